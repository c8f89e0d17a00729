package parley.gateway.files;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers with a file: compressed for whoever can read that, without content for whoever has it
 * already or asks for the headers only.
 */
public final class FileAnswer {
  private FileAnswer() {}

  /** Completes when it is written. */
  public static Future<Void> send(WebFile file, RoutingContext context) {
    HttpServerRequest request = context.request();
    boolean zipped = file.gzip() != null && acceptsGzip(request.getHeader("Accept-Encoding"));
    String etag = zipped ? file.gzipEtag() : file.etag();
    HttpServerResponse response =
        context
            .response()
            .putHeader("ETag", etag)
            .putHeader("Cache-Control", file.cacheControl())
            .putHeader("Vary", "Accept-Encoding");
    if (isKnown(request.getHeader("If-None-Match"), etag)) {
      return response.setStatusCode(304).end();
    }
    response.putHeader("Content-Type", file.contentType());
    if (zipped) {
      response.putHeader("Content-Encoding", "gzip");
    }
    int length = zipped ? file.gzip().length() : file.plain().length();
    response.putHeader("Content-Length", Integer.toString(length));
    return request.method() == HttpMethod.HEAD
        ? response.end()
        : response.end(zipped ? file.gzip() : file.plain());
  }

  private static boolean acceptsGzip(String acceptEncoding) {
    if (acceptEncoding == null) {
      return false;
    }
    for (String coding : acceptEncoding.split(",", -1)) {
      String[] parts = coding.replace(" ", "").split(";", -1);
      if (parts[0].equalsIgnoreCase("gzip")) {
        return parts.length == 1 || !parts[1].matches("q=0(\\.0{0,3})?");
      }
    }
    return false;
  }

  /** Weak comparison, as this header asks for. */
  private static boolean isKnown(String ifNoneMatch, String etag) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String one : ifNoneMatch.split(",", -1)) {
      String tag = one.strip();
      if (tag.equals("*") || (tag.startsWith("W/") ? tag.substring(2) : tag).equals(etag)) {
        return true;
      }
    }
    return false;
  }
}
