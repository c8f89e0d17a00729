package parley.contract.message;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;

@Doc("Asks to delete a message for everybody; that there was one stays to be seen.")
public record DeleteMessage(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("The number the message was posted under.") @Bounds(least = 1) long posted) {
  public DeleteMessage {
    Check.present("conversation", conversation);
    Check.within("posted", posted, 1, Long.MAX_VALUE);
  }
}
