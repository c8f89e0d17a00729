package parley.contract.presence;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks how accounts want to appear.")
public record ReadAppearances(@Doc("Which accounts, 1 to 500.") List<UserId> accounts) {
  /** The most accounts in one question. */
  public static final int MAX = 500;

  public ReadAppearances {
    accounts = Check.list("accounts", accounts, 1, MAX);
  }
}
