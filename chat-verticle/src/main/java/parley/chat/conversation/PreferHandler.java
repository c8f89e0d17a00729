package parley.chat.conversation;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.PreferConversation;
import parley.contract.conversation.PreferencesStored;
import parley.contract.conversation.Preferred;
import parley.contract.conversation.StorePreferences;

/** Answers {@code chat.conversation.prefer}: the caller's own preferences, on all devices. */
final class PreferHandler implements Handling<PreferConversation, Preferred> {
  private final BusClient bus;
  private final Standings standings;

  PreferHandler(BusClient bus, Standings standings) {
    this.bus = bus;
    this.standings = standings;
  }

  @Override
  public Future<Preferred> handle(PreferConversation request, Caller caller) {
    return standings
        .membershipIn(request.conversation(), caller)
        .compose(member -> store(request, caller))
        .map(stored -> announced(stored, request));
  }

  private Future<PreferencesStored> store(PreferConversation request, Caller caller) {
    return bus.request(
        ConversationOperations.STORE_PREFERENCES,
        new StorePreferences(caller.user(), request),
        caller);
  }

  private Preferred announced(PreferencesStored stored, PreferConversation request) {
    bus.announce(stored.ranges());
    return new Preferred(request.conversation(), request.preferences());
  }
}
