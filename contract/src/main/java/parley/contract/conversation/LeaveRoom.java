package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;

@Doc("Asks to leave a room or group.")
public record LeaveRoom(@Doc("Which room.") ConversationId conversation) {
  public LeaveRoom {
    Check.present("conversation", conversation);
  }
}
