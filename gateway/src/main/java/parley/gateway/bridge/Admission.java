package parley.gateway.bridge;

/**
 * How many sockets may be opened at a time in this gateway process. When a gateway has died or the
 * network is back, everybody comes at once; who is not admitted is told so before anything is asked
 * of Redis or PostgreSQL, and tries again after a pause of random length. Only right tokens count,
 * so that strangers keep nobody out. Shared by all event loops.
 */
public final class Admission {
  private final TokenBucket handshakes;

  public Admission(BridgeConfig config) {
    this.handshakes =
        new TokenBucket(
            config.admissionsPerSecond(), config.admissionsPerSecond(), System.nanoTime());
  }

  /** Whether one more socket may be opened now. */
  synchronized boolean admit() {
    return handshakes.take(System.nanoTime());
  }
}
