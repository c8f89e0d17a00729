package parley.contract.presence;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Whose presence the caller may see.")
public record VisibleAccounts(
    @Doc("Those of the accounts asked for, in any order.") List<UserId> accounts) {
  public VisibleAccounts {
    accounts = Check.list("accounts", accounts, 0, WatchPresence.MAX);
  }
}
