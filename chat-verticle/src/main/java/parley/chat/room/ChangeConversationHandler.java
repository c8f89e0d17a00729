package parley.chat.room;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Redeciding;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.conversation.AttributesChanged;
import parley.contract.conversation.ChangeConversation;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationOperations;

/** Answers {@code chat.conversation.change}; everybody hears of it before the answer. */
final class ChangeConversationHandler implements Handling<ChangeConversation, AttributesChanged> {
  private final BusClient bus;
  private final Standings standings;
  private final Redeciding redeciding;

  ChangeConversationHandler(BusClient bus, Standings standings, Redeciding redeciding) {
    this.bus = bus;
    this.standings = standings;
    this.redeciding = redeciding;
  }

  @Override
  public Future<AttributesChanged> handle(ChangeConversation request, Caller caller) {
    return redeciding.run(() -> change(request, caller)).map(this::announced);
  }

  private Future<ConversationChanged> change(ChangeConversation request, Caller caller) {
    return standings
        .of(request.conversation(), caller)
        .map(standing -> RoomRules.change(request, caller.user(), standing))
        .compose(change -> bus.request(ConversationOperations.STORE_ATTRIBUTES, change, caller));
  }

  private AttributesChanged announced(ConversationChanged changed) {
    bus.announce(changed.ranges());
    return new AttributesChanged(Summaries.of(changed));
  }
}
