package parley.chat.health;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.health.Health;
import parley.contract.health.HealthOperations;
import parley.contract.health.PartHealth;
import parley.contract.health.ReadHealth;

/**
 * Answers {@code chat.health.read}. The one thing that chat depends on is persistence: up if it
 * answers at all, whatever it says about its own parts.
 */
public final class ReadHealthHandler implements Handling<ReadHealth, Health> {
  // Half of what the asking side allows, so that our answer arrives even if persistence's does not.
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final BusClient bus;

  public ReadHealthHandler(BusClient bus) {
    this.bus = bus;
  }

  @Override
  public Future<Health> handle(ReadHealth request, Caller caller) {
    return bus.request(
            HealthOperations.PERSISTENCE_HEALTH,
            request,
            Caller.process(caller.requestId(), PATIENCE))
        .map(answer -> persistence(true))
        .otherwise(unreachable -> persistence(false));
  }

  private static Health persistence(boolean up) {
    return new Health(List.of(new PartHealth("persistence", up)));
  }
}
