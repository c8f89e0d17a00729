package parley.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.stream.Collectors;
import parley.contract.FailureCode;
import parley.contract.Json;

/** Puts endpoints on a router. Another method than those of a path is refused with 405. */
public final class Endpoints {
  private final Router router;

  public Endpoints(Router router) {
    this.router = router;
  }

  /** The endpoints of one path. */
  public Endpoints at(String path, Map<HttpMethod, Endpoint> endpoints) {
    endpoints.forEach((method, endpoint) -> router.route(method, path).handler(run(endpoint)));
    String allowed =
        endpoints.keySet().stream()
            .map(HttpMethod::name)
            .sorted()
            .collect(Collectors.joining(", "));
    router
        .route(path)
        .handler(
            context -> {
              context.response().putHeader("Allow", allowed);
              context.fail(Refusal.of(405, FailureCode.UNKNOWN_ADDRESS));
            });
    return this;
  }

  /** Refuses whatever else matches {@code path} with 404. */
  public Endpoints nothingElse(String path) {
    router.route(path).handler(context -> context.fail(404));
    return this;
  }

  /** Writes a record as JSON that nobody stores. */
  public static Future<Void> answer(RoutingContext context, int status, Object body) {
    return context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(Json.encode(body));
  }

  /** Answers that it is done, without content. */
  public static Future<Void> answerNothing(RoutingContext context) {
    return context.response().setStatusCode(204).putHeader("Cache-Control", "no-store").end();
  }

  private static Handler<RoutingContext> run(Endpoint endpoint) {
    return context ->
        Future.succeededFuture()
            .compose(begun -> endpoint.handle(context))
            .onFailure(context::fail);
  }
}
