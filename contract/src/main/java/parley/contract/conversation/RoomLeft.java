package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;

@Doc("The caller does not belong to the room any more.")
public record RoomLeft(@Doc("Which room.") ConversationId conversation) {
  public RoomLeft {
    Check.present("conversation", conversation);
  }
}
