package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence to store how an account is seen.")
public record StoreProfile(
    @Doc("Whose.") UserId account, @Doc("What it becomes.") ChangeProfile change) {
  public StoreProfile {
    Check.present("account", account);
    Check.present("change", change);
  }
}
