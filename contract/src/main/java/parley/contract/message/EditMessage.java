package parley.contract.message;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ClientId;
import parley.contract.id.ConversationId;

@Doc("Asks to give an own message another content; what it said before is kept.")
public record EditMessage(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("The number the message was posted under.") @Bounds(least = 1) long posted,
    @Doc("Chosen by the caller (UUIDv7); a repeat with the same id is the same edit.")
        ClientId editId,
    @Doc("What it is to say.") WrittenContent content) {
  public EditMessage {
    Check.present("conversation", conversation);
    Check.within("posted", posted, 1, Long.MAX_VALUE);
    Check.present("editId", editId);
    Check.present("content", content);
  }
}
