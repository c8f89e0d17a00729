package parley.contract.message;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Who answered a message with an emoji.")
public record ReactionPage(
    @Doc("The people, in the order in which they did.") List<UserId> accounts,
    @Doc(value = "What to go on after; absent on the last page.", optional = true) Long next) {
  public ReactionPage {
    accounts = Check.list("accounts", accounts, 0, ListReactions.MAX_LIMIT);
  }
}
