package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("The room exists.")
public record RoomCreated(@Doc("The room as the caller sees it.") ConversationSummary room) {
  public RoomCreated {
    Check.present("room", room);
  }
}
