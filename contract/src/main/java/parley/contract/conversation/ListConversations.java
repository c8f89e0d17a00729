package parley.contract.conversation;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

@Doc(
    "Asks for the conversations that the caller belongs to, in an order that activity does not change.")
public record ListConversations(
    @Doc(value = "The cursor that ended the page before.", optional = true)
        @Bounds(most = MAX_CURSOR)
        String after,
    @Doc("The most conversations wanted, 1 to 200.") @Bounds(least = 1, most = MAX_LIMIT)
        int limit) {
  /** The most conversations on a page. */
  public static final int MAX_LIMIT = 200;

  /** UTF-16 units of a cursor; its content is the business of who made it. */
  public static final int MAX_CURSOR = 600;

  public ListConversations {
    after = Check.optionalLine("after", after, MAX_CURSOR);
    Check.within("limit", limit, 1, MAX_LIMIT);
  }
}
