package parley.persistence;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition with a deadline. */
public final class Eventually {
  private static final long LIMIT_NANOS = 15_000_000_000L;
  private static final long PAUSE_NANOS = 10_000_000L;

  private Eventually() {}

  /** Returns once {@code condition} holds; fails after 15 s. */
  public static void holds(String what, Callable<Boolean> condition) throws Exception {
    long start = System.nanoTime();
    while (!condition.call()) {
      if (System.nanoTime() - start > LIMIT_NANOS) {
        throw new AssertionError("not within 15 s: " + what);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
