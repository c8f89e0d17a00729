package parley.gateway.bridge;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.contract.BusFailure;
import parley.contract.Catalog;
import parley.contract.FailureCode;
import parley.contract.Topic;
import parley.contract.feed.Range;
import parley.contract.feed.Subscribe;
import parley.gateway.delivery.Channel;
import parley.gateway.delivery.Frame;

/**
 * How a socket comes to listen to an address. First a pending entry stands in the index and the
 * loop hears the address; only then the authorising operation is asked. Its answer carries the head
 * at which it was true: that head is not older than what the loop has heard since, so a membership
 * that ended in between is seen by the pending entry, and nothing falls between the two.
 */
final class Subscribing {
  private final Catalog catalog;
  private final SubscriptionIndex index;
  private final BusClient bus;

  Subscribing(Catalog catalog, SubscriptionIndex index, BusClient bus) {
    this.catalog = catalog;
    this.index = index;
    this.bus = bus;
  }

  /**
   * Lets the socket listen. Completes with the number after which everything arrives by itself; 0
   * for events without numbers.
   */
  Future<Long> subscribe(Socket socket, String address) {
    Topic<?> topic =
        catalog.topicOf(address).orElseThrow(() -> BusFailure.of(FailureCode.UNKNOWN_ADDRESS));
    Subscription entry = index.enter(socket, Channel.of(topic, address));
    if (entry.active()) {
      return Future.succeededFuture(entry.listeners.seen());
    }
    Subscribe question = new Subscribe(topic.idIn(address).orElseThrow());
    return entry
        .listeners
        .attached
        .compose(
            from ->
                bus.request(topic.authorisedBy(), question, socket.caller(topic.authorisedBy())))
        .map(answer -> activate(entry, answer))
        .onFailure(cause -> dropAfter(entry, cause));
  }

  /** As {@link #subscribe}, and begins with the head, by an empty range, or the newest event. */
  Future<Void> register(Socket socket, String address) {
    boolean numbered =
        catalog.topicOf(address).filter(topic -> topic.event() == Range.class).isPresent();
    return subscribe(socket, address)
        .map(
            head -> {
              Frame first = numbered ? Frame.head(address, head) : newest(socket, address);
              if (first != null) {
                index.tell(socket, first);
              }
              return null;
            });
  }

  /** Whether the socket hears the address already, and is not behind {@code position}. */
  boolean isUpToDate(Socket socket, String address, Long position) {
    Subscription entry = socket.subscriptions.get(address);
    return entry != null
        && entry.active()
        && (position == null || position >= entry.listeners.seen());
  }

  private static Frame newest(Socket socket, String address) {
    Subscription entry = socket.subscriptions.get(address);
    return entry == null ? null : entry.listeners.newest();
  }

  /** The socket does not want the address any more. */
  void unregister(Socket socket, String address) {
    Subscription entry = socket.subscriptions.get(address);
    if (entry != null) {
      index.drop(entry);
    }
  }

  /** Another question for the same entry may have been answered well; a refusal still ends it. */
  private void dropAfter(Subscription entry, Throwable cause) {
    boolean passing = cause instanceof BusFailure failure && failure.code().passing();
    if (!entry.active() || !passing) {
      index.drop(entry);
    }
  }

  private static long activate(Subscription entry, parley.contract.feed.Subscription answer) {
    long head = answer.head() == null ? 0 : answer.head();
    if (entry.dropped()) {
      throw BusFailure.of(FailureCode.UNAVAILABLE);
    }
    if (!entry.authorise(head, answer.visibleFrom())) {
      throw BusFailure.of(FailureCode.NOT_A_MEMBER);
    }
    return Math.max(head, entry.listeners.seen());
  }
}
