package parley.testkit.network;

/** A reset that waits for its moment, and whether it has come. */
public final class Cut {
  private static final long NEVER = Long.MAX_VALUE;

  private final long at;
  private final byte[] words;
  private final int times;
  private long left;
  private boolean happened;

  private Cut(long at, long left, byte[] words, int times) {
    this.at = at;
    this.left = left;
    this.words = words;
    this.times = times;
  }

  static Cut at(long offset) {
    return new Cut(offset, NEVER, null, 0);
  }

  static Cut after(long bytes) {
    return new Cut(NEVER, bytes, null, 0);
  }

  static Cut before(byte[] words, int times) {
    return new Cut(NEVER, NEVER, words, times);
  }

  /** Whether a connection was reset by it. */
  public synchronized boolean happened() {
    return happened;
  }

  /**
   * How many bytes of the piece may go on before the reset; -1 if all may and nothing is reset.
   *
   * @param offset how many bytes went before, in this connection
   * @param seen what this connection has shown of the words
   */
  synchronized int passes(long offset, byte[] piece, int length, WordCount seen) {
    if (happened) {
      return -1;
    }
    int passes = byBytes(offset, length);
    if (words != null && seen.count(words, piece, length) >= times) {
      passes = 0;
    }
    happened = passes >= 0;
    return passes;
  }

  private int byBytes(long offset, int length) {
    if (left != NEVER) {
      left -= length;
      return left <= 0 ? (int) (length + left) : -1;
    }
    return at <= offset + length ? (int) Math.max(0, at - offset) : -1;
  }
}
