package parley.contract.conversation;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;

@Doc("Asks to move the read mark of the caller forward; it never moves back.")
public record MarkRead(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("Ordinal of the last message that was read.") @Bounds(least = 0) long readOrdinal) {
  public MarkRead {
    Check.present("conversation", conversation);
    Check.within("readOrdinal", readOrdinal, 0, Long.MAX_VALUE);
  }
}
