package parley.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.Json;

/**
 * Reads a request record from a JSON body of at most {@value #LIMIT} bytes. 415 for another media
 * type, 413 if it is longer, 400 with the field's name if it is not what the record says.
 */
public final class JsonBody {
  static final int LIMIT = 8 * 1024;

  private final BoundedBody body;

  public JsonBody(Vertx vertx) {
    this.body = new BoundedBody(vertx, LIMIT);
  }

  /** The record; to be called before the request flows. */
  public <Q> Future<Q> read(HttpServerRequest request, Class<Q> type) {
    Future<Buffer> whole = body.read(request);
    return isJson(request.getHeader("Content-Type"))
        ? whole.map(bytes -> Json.decodeStrictly(text(bytes), type))
        : Future.failedFuture(Refusal.of(415, FailureCode.MALFORMED));
  }

  private static boolean isJson(String contentType) {
    if (contentType == null) {
      return false;
    }
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
    if (!parts[0].strip().equals("application/json")) {
      return false;
    }
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].replace("\"", "").strip();
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        return false;
      }
    }
    return true;
  }

  private static String text(Buffer bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.getBytes()))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      throw BusFailure.malformed("body");
    }
  }
}
