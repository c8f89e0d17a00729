package parley.contract.account;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks who accounts are.")
public record ReadProfiles(@Doc("Which accounts, 1 to 100.") List<UserId> accounts) {
  /** The most accounts in one request. */
  public static final int MAX = 100;

  public ReadProfiles {
    accounts = Check.list("accounts", accounts, 1, MAX);
  }
}
