package parley.gateway.throttle;

import java.time.Duration;

/**
 * How much is allowed: so many at once, and one more after each period.
 *
 * @param burst how many may come at once, at least 1
 * @param every after how long one more may come, at least 1 ms
 */
public record Allowance(int burst, Duration every) {
  public Allowance {
    if (burst < 1 || every.toMillis() < 1) {
      throw new IllegalArgumentException("allowance: " + burst + " and " + every);
    }
  }
}
