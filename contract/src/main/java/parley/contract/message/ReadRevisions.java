package parley.contract.message;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;

@Doc("Asks what a message said before it was edited, the latest first.")
public record ReadRevisions(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("The number the message was posted under.") @Bounds(least = 1) long posted,
    @Doc(value = "Only revisions before this one; absent for the latest.", optional = true)
        @Bounds(least = 1)
        Integer before,
    @Doc("The most revisions wanted, 1 to 50.") @Bounds(least = 1, most = MAX_LIMIT) int limit) {
  /** The most revisions on a page. */
  public static final int MAX_LIMIT = 50;

  public ReadRevisions {
    Check.present("conversation", conversation);
    Check.within("posted", posted, 1, Long.MAX_VALUE);
    if (before != null) {
      Check.within("before", before, 1, Integer.MAX_VALUE);
    }
    Check.within("limit", limit, 1, MAX_LIMIT);
  }
}
