package parley.gateway.bridge;

/**
 * That one socket listens to one address. Pending until the authorising operation has agreed; even
 * then it notices the end of the membership.
 */
final class Subscription {
  final Socket socket;
  final Listeners listeners;
  private boolean active;
  private boolean dropped;
  private long authorisedAt = -1;
  private long removedAt = -1;

  Subscription(Socket socket, Listeners listeners) {
    this.socket = socket;
    this.listeners = listeners;
  }

  /** Whether frames are delivered. */
  boolean active() {
    return active;
  }

  /** Whether the socket has gone or does not want it any more. */
  boolean dropped() {
    return dropped;
  }

  void drop() {
    dropped = true;
    active = false;
  }

  /**
   * The answer of the authorising operation was true at {@code head}; false if the membership has
   * ended since.
   */
  boolean authorise(long head) {
    if (removedAt > head) {
      return false;
    }
    authorisedAt = Math.max(authorisedAt, head);
    active = true;
    return true;
  }

  /** The membership ended with this number; true if the subscription has to go. */
  boolean removed(long number) {
    removedAt = Math.max(removedAt, number);
    return active && authorisedAt < number;
  }
}
