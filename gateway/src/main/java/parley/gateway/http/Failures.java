package parley.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.Json;

/**
 * Answers whatever failed on a router with a problem document. What is no declared failure is
 * logged, once and here, and answered without any text.
 */
public final class Failures implements Handler<RoutingContext> {
  private static final Logger log = LoggerFactory.getLogger(Failures.class);
  private static final List<Integer> ROUTER_STATUSES =
      List.of(400, 404, 405, 406, 413, 414, 415, 500);

  private final int unlessKnown;

  private Failures(int unlessKnown) {
    this.unlessKnown = unlessKnown;
  }

  /** Handles the failures of all routes of {@code router} and those of the router itself. */
  public static void mount(Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(new Failures(500));
    ROUTER_STATUSES.forEach(status -> router.errorHandler(status, new Failures(status)));
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    Problem problem = problemOf(context);
    if (response.headWritten()) {
      response.reset();
      return;
    }
    response.setStatusCode(problem.status()).putHeader("Content-Type", "application/problem+json");
    if (problem.status() == 401) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    if (problem.retryAfterSeconds() > 0) {
      response.putHeader("Retry-After", Integer.toString(problem.retryAfterSeconds()));
    }
    response.putHeader("Cache-Control", "no-store");
    response.end(Json.encode(problem));
  }

  private Problem problemOf(RoutingContext context) {
    Throwable cause = context.failure();
    if (cause instanceof Refusal refusal) {
      return refusal.problem();
    }
    if (cause instanceof BusFailure failure) {
      return Problem.of(failure);
    }
    // The router itself tells its error handlers neither a status nor a cause.
    int status = context.statusCode() == -1 ? unlessKnown : context.statusCode();
    if (status >= 400 && status < 500) {
      return Problem.of(status, codeOf(status), null);
    }
    if (!isHangUp(cause)) {
      log.error(
          "gateway.http.failed method={} path={}",
          context.request().method(),
          context.request().path(),
          cause);
    }
    return Problem.of(500, FailureCode.INTERNAL, null);
  }

  /** Whether the client is gone, at a moment when the response does not know it yet. */
  private static boolean isHangUp(Throwable cause) {
    return cause instanceof SocketException
        || cause instanceof ClosedChannelException
        || cause instanceof HttpClosedException;
  }

  private static FailureCode codeOf(int status) {
    return status == 404 || status == 405 ? FailureCode.UNKNOWN_ADDRESS : FailureCode.MALFORMED;
  }
}
