package parley.gateway.throttle;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Token buckets of one event loop, at most {@value #MAX_BUCKETS}; the one not used for longest
 * makes room. Confined to the context that made it.
 */
final class LocalBuckets implements Buckets {
  static final int MAX_BUCKETS = 10_000;

  private final LongSupplier nanoClock;
  private final Map<String, Level> levels =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
          return size() > MAX_BUCKETS;
        }
      };

  LocalBuckets(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  @Override
  public Future<Duration> take(List<Bucket> buckets) {
    long now = nanoClock.getAsLong();
    long waitNanos = 0;
    for (Bucket bucket : buckets) {
      double tokens = level(bucket, now).tokens;
      if (tokens < 1) {
        waitNanos =
            Math.max(waitNanos, (long) Math.ceil((1 - tokens) * everyNanos(bucket.allowance())));
      }
    }
    if (waitNanos == 0) {
      buckets.forEach(bucket -> levels.get(bucket.key()).tokens -= 1);
    }
    return Future.succeededFuture(Duration.ofNanos(waitNanos));
  }

  int size() {
    return levels.size();
  }

  private Level level(Bucket bucket, long now) {
    Allowance allowance = bucket.allowance();
    Level level = levels.computeIfAbsent(bucket.key(), k -> new Level(allowance.burst(), now));
    double refilled = (now - level.atNanos) / (double) everyNanos(allowance);
    level.tokens = Math.min(allowance.burst(), level.tokens + refilled);
    level.atNanos = now;
    return level;
  }

  private static long everyNanos(Allowance allowance) {
    return allowance.every().toNanos();
  }

  private static final class Level {
    private double tokens;
    private long atNanos;

    private Level(double tokens, long atNanos) {
      this.tokens = tokens;
      this.atNanos = atNanos;
    }
  }
}
