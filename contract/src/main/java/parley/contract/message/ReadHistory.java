package parley.contract.message;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;

@Doc("Asks for a page of messages, newest first reached, oldest first listed.")
public record ReadHistory(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc(value = "Only messages posted before this number; absent for the newest.", optional = true)
        @Bounds(least = 1)
        Long before,
    @Doc("The most messages wanted, 1 to 100.") @Bounds(least = 1, most = MAX_LIMIT) int limit) {
  /** The most messages on a page. */
  public static final int MAX_LIMIT = 100;

  public ReadHistory {
    Check.present("conversation", conversation);
    if (before != null) {
      Check.within("before", before, 1, Long.MAX_VALUE);
    }
    Check.within("limit", limit, 1, MAX_LIMIT);
  }
}
