package parley.embedded;

/** How an interrupted wait ends: the flag is set again and the start or stop is given up. */
final class Interruption {
  private Interruption() {}

  static EmbeddedServerException of(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new EmbeddedServerException("Interrupted while waiting for an embedded server.", e);
  }
}
