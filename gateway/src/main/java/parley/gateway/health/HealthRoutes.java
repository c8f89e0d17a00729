package parley.gateway.health;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import parley.bus.BusClient;
import parley.gateway.http.Answer;
import parley.gateway.http.Endpoints;
import parley.gateway.http.Route;

/**
 * {@code /health/live} (200 while the event loop runs) and {@code /health/ready} (503 while people
 * cannot be served from here). For any router of the event loop that made it.
 */
public final class HealthRoutes {
  private static final Route LIVE =
      Route.get("/health/live")
          .summary("Tell that the event loop runs.")
          .answers(Answer.of(200, "It runs.", Life.class));
  private static final Route READY =
      Route.get("/health/ready")
          .summary("Tell whether people can be served from here.")
          .answers(
              Answer.of(200, "They can; what is away, if anything, is not needed.", Report.class))
          .answers(Answer.of(503, "They cannot: something that is needed is away.", Report.class));

  /** What is answered here. */
  public static final List<Route> ROUTES = List.of(LIVE, READY);

  private final Readiness readiness;

  /**
   * @param own what this process depends on itself, by the name to show; a check that fails, or is
   *     not answered within a second, is down
   */
  public HealthRoutes(BusClient bus, Map<String, Supplier<Future<Boolean>>> own) {
    this.readiness = new Readiness(bus, own);
  }

  /** Puts both on a router of its own. */
  public void mount(Router router) {
    Endpoints endpoints = new Endpoints();
    addTo(endpoints);
    endpoints.mount(router);
  }

  public void addTo(Endpoints endpoints) {
    endpoints
        .on(LIVE, context -> Endpoints.answer(context, 200, Life.UP))
        .on(READY, this::tellReadiness);
  }

  private Future<?> tellReadiness(RoutingContext context) {
    return readiness
        .read()
        .compose(report -> Endpoints.answer(context, report.ready() ? 200 : 503, report));
  }
}
