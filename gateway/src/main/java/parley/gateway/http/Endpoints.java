package parley.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parley.contract.FailureCode;
import parley.contract.Json;

/**
 * Collects endpoints, each under the route that declares it, and puts them on a router. Another
 * method than those of a path is refused with 405.
 */
public final class Endpoints {
  private final Map<String, Map<Route, Endpoint>> byPath = new LinkedHashMap<>();

  /** What answers a route; refused if the route is not fully declared, or is answered already. */
  public Endpoints on(Route route, Endpoint endpoint) {
    Map<Route, Endpoint> there =
        byPath.computeIfAbsent(route.declared().path(), path -> new LinkedHashMap<>());
    if (there.keySet().stream().anyMatch(other -> other.method().equals(route.method()))) {
      throw new IllegalArgumentException("answered twice: " + route);
    }
    there.put(route, endpoint);
    return this;
  }

  /** Everything that is answered here. */
  public List<Route> routes() {
    return byPath.values().stream().flatMap(there -> there.keySet().stream()).toList();
  }

  /** Fixed paths go before those with parameters. */
  public void mount(Router router) {
    List<Map<Route, Endpoint>> paths = new ArrayList<>(byPath.values());
    paths.sort((one, other) -> Boolean.compare(hasParameters(one), hasParameters(other)));
    paths.forEach(there -> mount(router, there));
  }

  private static boolean hasParameters(Map<Route, Endpoint> there) {
    return there.keySet().iterator().next().path().contains("{");
  }

  private static void mount(Router router, Map<Route, Endpoint> there) {
    there.forEach(
        (route, endpoint) ->
            router.route(route.method(), route.routerPath()).handler(run(endpoint)));
    String allowed =
        there.keySet().stream()
            .map(Route::method)
            .map(HttpMethod::name)
            .sorted()
            .collect(Collectors.joining(", "));
    router
        .route(there.keySet().iterator().next().routerPath())
        .handler(
            context -> {
              context.response().putHeader("Allow", allowed);
              context.fail(Refusal.of(405, FailureCode.UNKNOWN_ADDRESS));
            });
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
    return answerNothing(context, 204);
  }

  /** Answers without content, under another status than 204. */
  public static Future<Void> answerNothing(RoutingContext context, int status) {
    return context.response().setStatusCode(status).putHeader("Cache-Control", "no-store").end();
  }

  private static Handler<RoutingContext> run(Endpoint endpoint) {
    return context ->
        Future.succeededFuture()
            .compose(begun -> endpoint.handle(context))
            .onFailure(context::fail);
  }
}
