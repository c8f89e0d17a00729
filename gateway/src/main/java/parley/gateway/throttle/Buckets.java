package parley.gateway.throttle;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/** Token buckets. A bucket that was never used is full. */
interface Buckets {
  /**
   * Takes a token from each of the buckets, or from none if one of them is empty.
   *
   * @return zero if they were taken, else how long to wait at least
   */
  Future<Duration> take(List<Bucket> buckets);
}
