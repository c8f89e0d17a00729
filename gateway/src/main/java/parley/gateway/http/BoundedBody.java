package parley.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import parley.contract.FailureCode;

/**
 * Reads the body of a request into memory, bounded in size (413 beyond) and time (408 beyond). What
 * a client goes on sending after a refusal is dropped for a moment, so that it can read the answer;
 * then the connection is closed.
 */
public final class BoundedBody {
  private static final long ARRIVES_WITHIN_MS = 10_000;
  private static final long DROP_FOR_MS = 2_000;

  private final Vertx vertx;
  private final int limit;
  private final long arrivesWithinMs;
  private final long dropForMs;

  /**
   * @param limit bytes
   */
  public BoundedBody(Vertx vertx, int limit) {
    this(vertx, limit, ARRIVES_WITHIN_MS, DROP_FOR_MS);
  }

  BoundedBody(Vertx vertx, int limit, long arrivesWithinMs, long dropForMs) {
    this.vertx = vertx;
    this.limit = limit;
    this.arrivesWithinMs = arrivesWithinMs;
    this.dropForMs = dropForMs;
  }

  /** The whole body; empty if there is none. To be called before the request flows. */
  public Future<Buffer> read(HttpServerRequest request) {
    Promise<Buffer> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    long timer = vertx.setTimer(arrivesWithinMs, fired -> refuse(request, whole, 408));
    request.exceptionHandler(whole::tryFail);
    request.endHandler(end -> whole.tryComplete(body));
    request.handler(
        chunk -> {
          if (whole.future().isComplete()) {
            return;
          }
          if (body.length() + chunk.length() > limit) {
            refuse(request, whole, 413);
          } else {
            body.appendBuffer(chunk);
          }
        });
    if (announced(request) > limit) {
      refuse(request, whole, 413);
    }
    request.resume();
    return whole.future().andThen((read, failure) -> vertx.cancelTimer(timer));
  }

  private void refuse(HttpServerRequest request, Promise<Buffer> whole, int status) {
    whole.tryFail(Refusal.of(status, FailureCode.MALFORMED));
    vertx.setTimer(
        dropForMs,
        fired -> {
          if (!request.isEnded()) {
            request.connection().close();
          }
        });
  }

  private static long announced(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException odd) {
      return Long.MAX_VALUE;
    }
  }
}
