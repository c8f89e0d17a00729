package parley.embedded;

import java.time.Duration;

/**
 * How often a server ended in a row, and what follows from it: 1 s before the first new start,
 * twice as long before each further one, 30 s at most. One that lived for a minute counts as well
 * again.
 */
record Restarts(int inARow) {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration WELL = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 5;

  static final Restarts NONE = new Restarts(0);

  /** After it ended once more, having lived for so long; a start that failed lived for nothing. */
  Restarts after(Duration life) {
    return life.compareTo(WELL) >= 0
        ? new Restarts(1)
        : new Restarts(Math.min(inARow, MOST_DOUBLINGS) + 1);
  }

  /** How long to wait before the next start. */
  Duration pause() {
    Duration doubled = Duration.ofSeconds(1L << Math.max(0, inARow - 1));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
