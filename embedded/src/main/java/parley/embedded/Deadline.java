package parley.embedded;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A moment on the monotonic clock after which nobody waits any longer. */
record Deadline(long nanos) {

  static Deadline in(Duration limit) {
    return new Deadline(System.nanoTime() + limit.toNanos());
  }

  boolean hasPassed() {
    return System.nanoTime() - nanos >= 0;
  }

  /** Waits a little before the next attempt. */
  void pause(Duration little) {
    LockSupport.parkNanos(little.toNanos());
  }
}
