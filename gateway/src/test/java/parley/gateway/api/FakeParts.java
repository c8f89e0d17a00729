package parley.gateway.api;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import parley.bus.BusServer;
import parley.contract.Operation;
import parley.contract.health.Health;
import parley.contract.health.HealthOperations;
import parley.contract.health.PartHealth;
import parley.contract.health.ReadHealth;

/** The other parts as far as the readiness page asks them. */
final class FakeParts extends VerticleBase {
  volatile boolean postgresUp = true;
  final AtomicInteger asked = new AtomicInteger();

  @Override
  public Future<?> start() {
    BusServer server = new BusServer(vertx.eventBus());
    return Future.all(
        List.of(
            serve(server, HealthOperations.PERSISTENCE_HEALTH, "postgres"),
            serve(server, HealthOperations.CHAT_HEALTH, null),
            serve(server, HealthOperations.PRESENCE_HEALTH, "redis")));
  }

  private Future<Void> serve(
      BusServer server, Operation<ReadHealth, Health> operation, String dependency) {
    return server.serve(
        operation,
        (request, caller) -> {
          asked.incrementAndGet();
          boolean up = !"postgres".equals(dependency) || postgresUp;
          return Future.succeededFuture(
              new Health(dependency == null ? List.of() : List.of(new PartHealth(dependency, up))));
        });
  }
}
