package parley.persistence;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import parley.persistence.message.AppendMeter;

/** The counters of this module. */
final class PersistenceMetrics implements AppendMeter {
  private final Counter batches;
  private final Counter rows;
  private final Counter refused;

  PersistenceMetrics(MeterRegistry meters) {
    batches =
        Counter.builder("persistence.append.batches")
            .description("Transactions that appended messages.")
            .register(meters);
    rows =
        Counter.builder("persistence.append.rows")
            .description("Messages that were stored.")
            .register(meters);
    refused =
        Counter.builder("persistence.append.refused")
            .description("Appends refused because the queue was full.")
            .register(meters);
  }

  @Override
  public void batch(int stored) {
    batches.increment();
    rows.increment(stored);
  }

  @Override
  public void refused() {
    refused.increment();
  }
}
