package parley.gateway.bridge;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private final TokenBucket bucket = new TokenBucket(10, 2, 0);

  @Test
  void givesABurstAndThenASteadyRate() {
    assertTrue(bucket.take(0));
    assertTrue(bucket.take(0));
    assertFalse(bucket.take(0));
    assertFalse(bucket.take(afterMs(99)));
    assertTrue(bucket.take(afterMs(100)));
    assertFalse(bucket.take(afterMs(150)));
  }

  @Test
  void gathersNoMoreThanABurst() {
    bucket.take(0);
    assertFalse(bucket.isFull(afterMs(99)));
    assertTrue(bucket.isFull(afterMs(60_000)));
    assertTrue(bucket.take(afterMs(60_000)));
    assertTrue(bucket.take(afterMs(60_000)));
    assertFalse(bucket.take(afterMs(60_000)));
  }

  private static long afterMs(long ms) {
    return Duration.ofMillis(ms).toNanos();
  }
}
