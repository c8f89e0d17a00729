package parley.gateway.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LocalBucketsTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
  private final LocalBuckets buckets = new LocalBuckets(clock::get);

  @Test
  void allowsABurstAndThenOneForEachPeriod() {
    Bucket bucket = bucket("a", 3, Duration.ofSeconds(10));

    assertTaken(bucket);
    assertTaken(bucket);
    assertTaken(bucket);
    assertEquals(Duration.ofSeconds(10), take(bucket));
    pass(Duration.ofSeconds(9));
    assertEquals(Duration.ofSeconds(1), take(bucket));
    pass(Duration.ofSeconds(1));
    assertTaken(bucket);
    assertEquals(Duration.ofSeconds(10), take(bucket));
  }

  @Test
  void neverHoldsMoreThanTheBurst() {
    Bucket bucket = bucket("a", 2, Duration.ofSeconds(1));
    assertTaken(bucket);
    pass(Duration.ofDays(1));

    assertTaken(bucket);
    assertTaken(bucket);
    assertTrue(take(bucket).toMillis() > 0);
  }

  @Test
  void takesFromAllOrFromNone() {
    Bucket one = bucket("one", 1, Duration.ofSeconds(10));
    Bucket two = bucket("two", 2, Duration.ofSeconds(10));

    assertTaken(one, two);
    assertEquals(Duration.ofSeconds(10), take(one, two));
    assertTaken(two);
  }

  @Test
  void holdsABoundedNumberOfBuckets() {
    for (int i = 0; i < LocalBuckets.MAX_BUCKETS + 100; i++) {
      assertTaken(bucket("bucket-" + i, 1, Duration.ofSeconds(10)));
    }

    assertEquals(LocalBuckets.MAX_BUCKETS, buckets.size());
    assertEquals(
        Duration.ofSeconds(10),
        take(bucket("bucket-" + LocalBuckets.MAX_BUCKETS, 1, Duration.ofSeconds(10))));
  }

  private void assertTaken(Bucket... some) {
    assertEquals(Duration.ZERO, take(some));
  }

  private Duration take(Bucket... some) {
    return buckets.take(List.of(some)).result();
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  private static Bucket bucket(String key, int burst, Duration every) {
    return new Bucket(key, new Allowance(burst, every));
  }
}
