package parley.contract;

import java.time.Duration;

/**
 * The moment after which nobody awaits an answer, on this process's monotonic clock. Between
 * processes the remaining time travels, never a time of day.
 */
public record Deadline(long nanoTime) {
  /** The deadline that is {@code allowed} from now. */
  public static Deadline in(Duration allowed) {
    return new Deadline(System.nanoTime() + allowed.toNanos());
  }

  /** What is left; zero or negative once it has passed. */
  public Duration remaining() {
    return Duration.ofNanos(nanoTime - System.nanoTime());
  }

  /** True once nobody awaits the answer any more. */
  public boolean passed() {
    return nanoTime - System.nanoTime() <= 0;
  }
}
