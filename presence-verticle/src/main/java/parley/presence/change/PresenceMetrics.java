package parley.presence.change;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What the presence context counts. */
public final class PresenceMetrics {
  private final Counter changes;
  private final Counter signals;

  public PresenceMetrics(MeterRegistry registry) {
    changes =
        Counter.builder("presence.changes.told")
            .description("Changes that were told to gateways, one for each gateway that watches.")
            .register(registry);
    signals =
        Counter.builder("presence.signals.told")
            .description("Messages to gateways in which those changes travelled.")
            .register(registry);
  }

  /** Counts one message with so many changes. */
  void told(int changesOfTheMessage) {
    changes.increment(changesOfTheMessage);
    signals.increment();
  }
}
