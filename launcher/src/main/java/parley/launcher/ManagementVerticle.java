package parley.launcher;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import parley.bus.BusClient;
import parley.gateway.health.HealthRoutes;

/** Health and metrics of a process, on loopback only. */
final class ManagementVerticle extends VerticleBase {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final int IDLE_SECONDS = 30;

  private final int port;
  private final PrometheusMeterRegistry meters;
  private HttpServer server;

  ManagementVerticle(int port, PrometheusMeterRegistry meters) {
    this.port = port;
    this.meters = meters;
  }

  @Override
  public Future<?> start() {
    Router router = Router.router(vertx);
    new HealthRoutes(new BusClient(vertx), Map.of()).mount(router);
    router.get("/metrics").handler(this::metrics);
    server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setHost(LOOPBACK)
                    .setPort(port)
                    .setIdleTimeout(IDLE_SECONDS))
            .requestHandler(router);
    return server.listen();
  }

  int port() {
    return server.actualPort();
  }

  private void metrics(RoutingContext context) {
    context.response().putHeader("Content-Type", PROMETHEUS_TEXT).end(meters.scrape());
  }
}
