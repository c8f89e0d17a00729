package parley.contract.conversation;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

@Doc("Asks who belongs to a conversation, in an order that does not change.")
public record ListMembers(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc(value = "The account that ended the page before.", optional = true) UserId after,
    @Doc("The most members wanted, 1 to 100.") @Bounds(least = 1, most = MAX_LIMIT) int limit) {
  /** The most members on a page. */
  public static final int MAX_LIMIT = 100;

  public ListMembers {
    Check.present("conversation", conversation);
    Check.within("limit", limit, 1, MAX_LIMIT);
  }
}
