package parley.contract.account;

import java.util.List;
import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks who accounts are.")
public record ReadProfiles(
    @Doc("Which accounts, 1 to 100.") @Bounds(least = 1, most = MAX) List<UserId> accounts) {
  /** The most accounts in one request. */
  public static final int MAX = 100;

  public ReadProfiles {
    accounts = Check.list("accounts", accounts, 1, MAX);
  }
}
