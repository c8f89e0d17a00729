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
  private long visibleFrom;

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
   * ended since. Messages posted before {@code visibleFrom} are not for the socket.
   */
  boolean authorise(long head, long visibleFrom) {
    if (removedAt > head) {
      return false;
    }
    if (head >= authorisedAt) {
      authorisedAt = head;
      this.visibleFrom = visibleFrom;
    }
    active = true;
    return true;
  }

  /** Messages posted before this number are left out. */
  long visibleFrom() {
    return visibleFrom;
  }

  /** The membership ended with this number; true if the subscription has to go. */
  boolean removed(long number) {
    removedAt = Math.max(removedAt, number);
    return active && authorisedAt < number;
  }
}
