package parley.launcher.faults;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.LongConsumer;

/** How long messages took, in steps of a tenth of a millisecond up to ten seconds. */
final class Latencies implements LongConsumer {
  private static final int STEP_NANOS = 100_000;
  private static final int STEPS = 100_000;

  private final AtomicIntegerArray counts = new AtomicIntegerArray(STEPS);
  private final AtomicInteger total = new AtomicInteger();

  @Override
  public void accept(long nanos) {
    counts.incrementAndGet((int) Math.min(STEPS - 1, nanos / STEP_NANOS));
    total.incrementAndGet();
  }

  int count() {
    return total.get();
  }

  /** The milliseconds that so many of a hundred messages did not exceed. */
  double percentile(double percent) {
    long wanted = (long) Math.ceil(total.get() * percent / 100);
    long seen = 0;
    int step = 0;
    while (step < STEPS - 1 && (seen += counts.get(step)) < wanted) {
      step++;
    }
    return (step + 1) * (STEP_NANOS / 1e6);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms", percentile(50), percentile(99));
  }
}
