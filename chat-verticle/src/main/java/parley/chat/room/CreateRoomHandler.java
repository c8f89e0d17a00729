package parley.chat.room;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.CreateRoom;
import parley.contract.conversation.RoomCreated;
import parley.contract.conversation.RoomOperations;

/** Answers {@code chat.room.create}. */
final class CreateRoomHandler implements Handling<CreateRoom, RoomCreated> {
  private final BusClient bus;

  CreateRoomHandler(BusClient bus) {
    this.bus = bus;
  }

  @Override
  public Future<RoomCreated> handle(CreateRoom request, Caller caller) {
    return bus.request(RoomOperations.STORE_ROOM, RoomRules.create(request, caller.user()), caller)
        .map(this::announced);
  }

  private RoomCreated announced(ConversationChanged changed) {
    bus.announce(changed.ranges());
    return new RoomCreated(Summaries.of(changed));
  }
}
