package parley.gateway.files;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import parley.contract.FailureCode;
import parley.gateway.http.Refusal;

/**
 * Serves the client's files. A page address that is no file gives the start page, which knows what
 * to show; addresses of the server never do.
 */
public final class FilesRoute implements Handler<RoutingContext> {
  private static final List<String> OF_THE_SERVER = List.of("api", "eventbus", "health", "metrics");

  private final WebFiles files;

  public FilesRoute(WebFiles files) {
    this.files = files;
  }

  /** Takes what no other route of the router took. */
  public void mount(Router router) {
    router.route().last().handler(this);
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    String path = context.normalizedPath().substring(1);
    if (isOfTheServer(path)) {
      context.fail(404);
    } else if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
      context.response().putHeader("Allow", "GET, HEAD");
      context.fail(Refusal.of(405, FailureCode.UNKNOWN_ADDRESS));
    } else {
      find(path, request)
          .ifPresentOrElse(file -> send(file, request, context), () -> context.fail(404));
    }
  }

  private Optional<WebFile> find(String path, HttpServerRequest request) {
    String accept = request.getHeader("Accept");
    boolean page = accept != null && accept.contains("text/html") && !path.startsWith("assets/");
    return files.at(path).or(() -> page ? files.index() : Optional.empty());
  }

  private static boolean isOfTheServer(String path) {
    return OF_THE_SERVER.stream().anyMatch(own -> path.equals(own) || path.startsWith(own + "/"));
  }

  private static void send(WebFile file, HttpServerRequest request, RoutingContext context) {
    boolean zipped = file.gzip() != null && acceptsGzip(request.getHeader("Accept-Encoding"));
    String etag = zipped ? file.gzipEtag() : file.etag();
    HttpServerResponse response =
        context
            .response()
            .putHeader("ETag", etag)
            .putHeader("Cache-Control", file.cacheControl())
            .putHeader("Vary", "Accept-Encoding");
    if (isKnown(request.getHeader("If-None-Match"), etag)) {
      response.setStatusCode(304).end().onFailure(context::fail);
      return;
    }
    response.putHeader("Content-Type", file.contentType());
    if (zipped) {
      response.putHeader("Content-Encoding", "gzip");
    }
    int length = zipped ? file.gzip().length() : file.plain().length();
    response.putHeader("Content-Length", Integer.toString(length));
    (request.method() == HttpMethod.HEAD
            ? response.end()
            : response.end(zipped ? file.gzip() : file.plain()))
        .onFailure(context::fail);
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
