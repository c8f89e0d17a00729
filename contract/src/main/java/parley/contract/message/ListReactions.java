package parley.contract.message;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;

@Doc("Asks who answered a message with an emoji, in the order in which they did.")
public record ListReactions(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("The number the message was posted under.") @Bounds(least = 1) long posted,
    @Doc("One emoji.") @Bounds(least = 1, most = Check.MAX_EMOJI) String emoji,
    @Doc(value = "What the page before named as next.", optional = true) @Bounds(least = 1)
        Long after,
    @Doc("The most people wanted, 1 to 100.") @Bounds(least = 1, most = MAX_LIMIT) int limit) {
  /** The most people on a page. */
  public static final int MAX_LIMIT = 100;

  public ListReactions {
    Check.present("conversation", conversation);
    Check.within("posted", posted, 1, Long.MAX_VALUE);
    emoji = Check.emoji("emoji", emoji);
    if (after != null) {
      Check.within("after", after, 1, Long.MAX_VALUE);
    }
    Check.within("limit", limit, 1, MAX_LIMIT);
  }
}
