package parley.chat.room;

import io.vertx.core.Future;
import java.util.List;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Redeciding;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.LeaveRoom;
import parley.contract.conversation.RoomLeft;
import parley.contract.conversation.RoomOperations;
import parley.contract.conversation.Standing;
import parley.contract.feed.Range;

/** Answers {@code chat.room.leave}. */
final class LeaveRoomHandler implements Handling<LeaveRoom, RoomLeft> {
  private final BusClient bus;
  private final Standings standings;
  private final Redeciding redeciding;

  LeaveRoomHandler(BusClient bus, Standings standings, Redeciding redeciding) {
    this.bus = bus;
    this.standings = standings;
    this.redeciding = redeciding;
  }

  @Override
  public Future<RoomLeft> handle(LeaveRoom request, Caller caller) {
    return redeciding.run(() -> leave(request, caller)).map(ranges -> announced(ranges, request));
  }

  private Future<List<Range>> leave(LeaveRoom request, Caller caller) {
    return standings
        .of(request.conversation(), caller)
        .compose(standing -> endMembership(request, caller, standing));
  }

  private Future<List<Range>> endMembership(LeaveRoom request, Caller caller, Standing standing) {
    if (!RoomRules.mustLeave(standing)) {
      return Future.succeededFuture(List.of());
    }
    return bus.request(
            RoomOperations.CHANGE_MEMBERSHIP,
            RoomRules.leave(request.conversation(), caller.user(), standing),
            caller)
        .map(ConversationChanged::ranges);
  }

  private RoomLeft announced(List<Range> ranges, LeaveRoom request) {
    bus.announce(ranges);
    return new RoomLeft(request.conversation());
  }
}
