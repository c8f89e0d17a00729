package parley.presence.change;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import parley.bus.BusClient;
import parley.contract.id.GatewayId;
import parley.contract.presence.PresenceChanged;
import parley.contract.presence.PresenceOperations;

/**
 * Tells each gateway what changed for the accounts that it watches, at most once and a moment later
 * than it happened. Two processes may tell changes of one account in any order: the newest by
 * {@code at} counts. Confined to the context that made it.
 */
public final class Announcing {
  private final Vertx vertx;
  private final BusClient bus;
  private final PresenceMetrics metrics;
  private final Gathering gathering;
  private boolean timerArmed;

  /**
   * @param gather how long a change waits for others
   */
  public Announcing(Vertx vertx, BusClient bus, PresenceMetrics metrics, Duration gather) {
    this.vertx = vertx;
    this.bus = bus;
    this.metrics = metrics;
    this.gathering = new Gathering(gather.toNanos(), this::tell);
  }

  /** Takes changes that have happened. */
  public void announce(List<WatchedChange> changes) {
    long now = System.nanoTime();
    for (WatchedChange changed : changes) {
      changed.watchers().forEach(gateway -> gathering.add(gateway, changed.change(), now));
    }
    arm(now);
  }

  /** Tells at once what waits. */
  public void close() {
    gathering.leaveAll();
  }

  private void arm(long now) {
    if (!timerArmed) {
      gathering.patience(now).ifPresent(this::armFor);
    }
  }

  private void armFor(long nanos) {
    timerArmed = true;
    vertx.setTimer(Math.max(1, nanos / 1_000_000), fired -> timerFired());
  }

  private void timerFired() {
    timerArmed = false;
    long now = System.nanoTime();
    gathering.leave(now);
    arm(now);
  }

  private void tell(GatewayId gateway, PresenceChanged changed) {
    bus.tell(PresenceOperations.PRESENCE_CHANGED, gateway.toString(), changed);
    metrics.told(changed.changes().size());
  }
}
