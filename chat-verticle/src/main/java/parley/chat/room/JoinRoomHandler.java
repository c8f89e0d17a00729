package parley.chat.room;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Redeciding;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.JoinRoom;
import parley.contract.conversation.RoomJoined;
import parley.contract.conversation.RoomOperations;

/** Answers {@code chat.room.join}. */
final class JoinRoomHandler implements Handling<JoinRoom, RoomJoined> {
  private final BusClient bus;
  private final Standings standings;
  private final Redeciding redeciding;

  JoinRoomHandler(BusClient bus, Standings standings, Redeciding redeciding) {
    this.bus = bus;
    this.standings = standings;
    this.redeciding = redeciding;
  }

  @Override
  public Future<RoomJoined> handle(JoinRoom request, Caller caller) {
    return redeciding.run(() -> join(request, caller)).map(this::announced);
  }

  private Future<ConversationChanged> join(JoinRoom request, Caller caller) {
    return standings
        .of(request.conversation(), caller)
        .map(standing -> RoomRules.join(request, caller.user(), standing))
        .compose(change -> bus.request(RoomOperations.CHANGE_MEMBERSHIP, change, caller));
  }

  private RoomJoined announced(ConversationChanged changed) {
    bus.announce(changed.ranges());
    return new RoomJoined(Summaries.of(changed));
  }
}
