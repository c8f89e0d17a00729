package parley.contract.relation;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.conversation.ListConversations;

@Doc("Asks for the caller's friends, requests and blocks, in an order that changes do not change.")
public record ListRelations(
    @Doc(value = "The cursor that ended the page before.", optional = true)
        @Bounds(most = ListConversations.MAX_CURSOR)
        String after,
    @Doc("The most relations wanted, 1 to 200.") @Bounds(least = 1, most = MAX_LIMIT) int limit) {
  /** The most relations on a page. */
  public static final int MAX_LIMIT = 200;

  public ListRelations {
    after = Check.optionalLine("after", after, ListConversations.MAX_CURSOR);
    Check.within("limit", limit, 1, MAX_LIMIT);
  }
}
