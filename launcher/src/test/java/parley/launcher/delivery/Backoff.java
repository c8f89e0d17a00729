package parley.launcher.delivery;

import java.util.random.RandomGenerator;

/** Pauses with full jitter: up to 0.5 s, 1 s, 2 s, 4 s. */
final class Backoff {
  private static final long FIRST_MS = 500;
  private static final int MOST_DOUBLINGS = 3;

  private Backoff() {}

  /**
   * Milliseconds to wait, at least 1.
   *
   * @param failures how many attempts failed in a row, from 1 on
   */
  static long pause(int failures, RandomGenerator random) {
    return random.nextLong(1, FIRST_MS << Math.min(failures - 1, MOST_DOUBLINGS));
  }
}
