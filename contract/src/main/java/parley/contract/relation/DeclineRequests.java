package parley.contract.relation;

import java.util.List;
import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Declines requests; the same people cannot ask again for a week.")
public record DeclineRequests(
    @Doc("Who asked, 1 to 100; who did not is passed over.") @Bounds(least = 1, most = MAX)
        List<UserId> accounts) {
  /** The most accounts in one request. */
  public static final int MAX = 100;

  public DeclineRequests {
    accounts = Check.list("accounts", accounts, 1, MAX);
  }
}
