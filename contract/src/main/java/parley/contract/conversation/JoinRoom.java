package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;

@Doc("Asks to join a public room.")
public record JoinRoom(@Doc("Which room.") ConversationId conversation) {
  public JoinRoom {
    Check.present("conversation", conversation);
  }
}
