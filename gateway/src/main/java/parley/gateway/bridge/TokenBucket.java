package parley.gateway.bridge;

/** Tokens that come back at a steady rate, up to a burst. Not safe for several threads. */
final class TokenBucket {
  private final int perSecond;
  private final int burst;
  private double tokens;
  private long filledAt;

  /** A full bucket at {@code nanos}. */
  TokenBucket(int perSecond, int burst, long nanos) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.tokens = burst;
    this.filledAt = nanos;
  }

  /** Takes a token; false if there is none at {@code nanos}. */
  boolean take(long nanos) {
    fill(nanos);
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }

  /** Whether it could give away a whole burst. */
  boolean isFull(long nanos) {
    fill(nanos);
    return tokens >= burst;
  }

  private void fill(long nanos) {
    tokens = Math.min(burst, tokens + (nanos - filledAt) / 1e9 * perSecond);
    filledAt = nanos;
  }
}
