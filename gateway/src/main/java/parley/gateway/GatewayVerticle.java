package parley.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.ArrayList;
import java.util.List;
import parley.bus.BusClient;
import parley.contract.Catalog;
import parley.gateway.api.ApiParts;
import parley.gateway.bridge.AccountLimits;
import parley.gateway.bridge.Admission;
import parley.gateway.bridge.SharedParts;
import parley.gateway.delivery.DeliveryOrder;
import parley.gateway.presence.Attendance;
import parley.gateway.presence.PresenceWatch;
import parley.gateway.presence.RelationWatch;
import parley.gateway.presence.RollReports;

/**
 * Starts what a gateway process has once, then one {@link EdgeVerticle} for each event loop that
 * serves people. Decides nothing.
 */
public final class GatewayVerticle extends VerticleBase {
  /** To Vert.x a negative port is a free one that several servers share. */
  private static final int ANY_PORT_SHARED = -1;

  private final GatewayConfig config;
  private final Catalog catalog;
  private final GatewayMetrics metrics;
  private final List<EdgeVerticle> edges = new ArrayList<>();
  private ApiParts parts;

  public GatewayVerticle(GatewayConfig config, Catalog catalog, MeterRegistry meters) {
    this.config = config;
    this.catalog = catalog;
    this.metrics = new GatewayMetrics(meters);
  }

  @Override
  public Future<?> start() {
    BusClient bus = new BusClient(vertx);
    DeliveryOrder order = new DeliveryOrder(vertx, config.delivery(), bus, metrics);
    AccountLimits limits = new AccountLimits(config.bridge());
    Admission admission = new Admission(config.bridge());
    Attendance attendance = new Attendance(config.attendance());
    RelationWatch relations = new RelationWatch(bus);
    SharedParts shared = new SharedParts(order, limits, admission, attendance, relations, metrics);
    return order
        .start(bus)
        .compose(ordering -> relations.start())
        .compose(ordering -> startPresence(bus, order, attendance))
        .compose(watching -> ApiParts.load(vertx, bus, config.api(), catalog))
        .compose(loaded -> startEdges(loaded, shared));
  }

  @Override
  public Future<?> stop() {
    return parts == null ? Future.succeededFuture() : parts.close(vertx);
  }

  /** The port that people use, once started. */
  public int port() {
    return edges.get(0).port();
  }

  private Future<Void> startPresence(BusClient bus, DeliveryOrder order, Attendance attendance) {
    PresenceWatch watch = new PresenceWatch(vertx, bus, config.attendance(), order::deliver);
    order.tell(watch);
    new RollReports(vertx, bus, config.attendance(), attendance).start();
    return watch.start();
  }

  private Future<Void> startEdges(ApiParts loaded, SharedParts shared) {
    parts = loaded;
    int port = config.port() == 0 ? ANY_PORT_SHARED : config.port();
    Future<Void> started = Future.succeededFuture();
    for (int i = 0; i < config.loops(); i++) {
      started = started.compose(before -> startEdge(port, shared));
    }
    return started;
  }

  private Future<Void> startEdge(int port, SharedParts shared) {
    EdgeVerticle edge = new EdgeVerticle(config, port, catalog, parts, shared);
    return vertx
        .deployVerticle(edge)
        .map(
            deployed -> {
              edges.add(edge);
              return null;
            });
  }
}
