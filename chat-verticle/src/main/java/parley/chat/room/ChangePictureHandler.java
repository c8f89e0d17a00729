package parley.chat.room;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Redeciding;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.conversation.AttributesChanged;
import parley.contract.conversation.ChangePicture;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationOperations;

/** Answers {@code chat.picture.change}; everybody hears of it before the answer. */
final class ChangePictureHandler implements Handling<ChangePicture, AttributesChanged> {
  private final BusClient bus;
  private final Standings standings;
  private final Redeciding redeciding;

  ChangePictureHandler(BusClient bus, Standings standings, Redeciding redeciding) {
    this.bus = bus;
    this.standings = standings;
    this.redeciding = redeciding;
  }

  @Override
  public Future<AttributesChanged> handle(ChangePicture request, Caller caller) {
    return redeciding.run(() -> change(request, caller)).map(this::announced);
  }

  private Future<ConversationChanged> change(ChangePicture request, Caller caller) {
    return standings
        .of(request.conversation(), caller)
        .map(standing -> RoomRules.picture(request, caller.user(), standing))
        .compose(change -> bus.request(ConversationOperations.STORE_PICTURE, change, caller));
  }

  private AttributesChanged announced(ConversationChanged changed) {
    bus.announce(changed.ranges());
    return new AttributesChanged(Summaries.of(changed));
  }
}
