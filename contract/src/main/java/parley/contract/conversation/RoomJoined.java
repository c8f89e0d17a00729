package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("The caller belongs to the room.")
public record RoomJoined(@Doc("The room as the caller sees it.") ConversationSummary room) {
  public RoomJoined {
    Check.present("room", room);
  }
}
