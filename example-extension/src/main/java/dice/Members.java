package dice;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Subscribe;
import parley.contract.feed.Subscription;

/** Asks chat, on behalf of the caller, whether the caller is a member of a conversation. */
final class Members {
  private final BusClient bus;

  Members(BusClient bus) {
    this.bus = bus;
  }

  /** Fails with {@code NOT_A_MEMBER} or {@code NOT_FOUND} if the caller may not be there. */
  Future<Subscription> require(String conversation, Caller caller) {
    return bus.request(FeedOperations.AUTHORISE_CONVERSATION, new Subscribe(conversation), caller);
  }
}
