package parley.gateway.health;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.Map;
import java.util.function.Supplier;
import parley.bus.BusClient;
import parley.gateway.http.Endpoints;

/**
 * {@code /health/live} (200 while the event loop runs) and {@code /health/ready} (503 while people
 * cannot be served from here). For any router of the event loop that made it.
 */
public final class HealthRoutes {
  private static final Map<String, String> LIVE = Map.of("status", "up");

  private final Readiness readiness;

  /**
   * @param own what this process depends on itself, by the name to show; a check that fails, or is
   *     not answered within a second, is down
   */
  public HealthRoutes(BusClient bus, Map<String, Supplier<Future<Boolean>>> own) {
    this.readiness = new Readiness(bus, own);
  }

  public void mount(Router router) {
    new Endpoints(router)
        .at("/health/live", Map.of(HttpMethod.GET, context -> Endpoints.answer(context, 200, LIVE)))
        .at(
            "/health/ready",
            Map.of(
                HttpMethod.GET,
                context ->
                    readiness
                        .read()
                        .compose(
                            report ->
                                Endpoints.answer(context, report.ready() ? 200 : 503, report))));
  }
}
