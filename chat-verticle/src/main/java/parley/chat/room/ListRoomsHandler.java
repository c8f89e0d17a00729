package parley.chat.room;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.conversation.FindRooms;
import parley.contract.conversation.ListRooms;
import parley.contract.conversation.RoomOperations;
import parley.contract.conversation.RoomPage;

/** Answers {@code chat.room.list}; in which form names are searched is persistence's business. */
final class ListRoomsHandler implements Handling<ListRooms, RoomPage> {
  private final BusClient bus;

  ListRoomsHandler(BusClient bus) {
    this.bus = bus;
  }

  @Override
  public Future<RoomPage> handle(ListRooms request, Caller caller) {
    return bus.request(RoomOperations.FIND_ROOMS, new FindRooms(caller.user(), request), caller);
  }
}
