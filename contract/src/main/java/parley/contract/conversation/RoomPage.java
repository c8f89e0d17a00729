package parley.contract.conversation;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("Public rooms, ordered by name.")
public record RoomPage(
    @Doc("The rooms.") List<RoomSummary> rooms,
    @Doc(value = "Cursor for the next page; absent on the last.", optional = true) String next) {
  public RoomPage {
    rooms = Check.list("rooms", rooms, 0, ListRooms.MAX_LIMIT);
    next = Check.optionalLine("next", next, ListRooms.MAX_CURSOR);
  }
}
