package parley.contract.feed;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;

@Doc("In the feed of a user: how far the user has read a conversation.")
public record ReadMarkItem(
    @Doc("Number of its last change.") long changed,
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("Ordinal of the last message that was read; 0 for none.") long readOrdinal)
    implements Item {
  public ReadMarkItem {
    Check.present("conversation", conversation);
    Check.within("readOrdinal", readOrdinal, 0, Long.MAX_VALUE);
  }
}
