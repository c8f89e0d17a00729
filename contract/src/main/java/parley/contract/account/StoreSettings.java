package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;
import parley.contract.relation.OpenTo;

@Doc("Asks persistence to keep what was chosen for an account.")
public record StoreSettings(
    @Doc("Whose.") UserId account, @Doc("Who may write to it.") OpenTo openTo) {
  public StoreSettings {
    Check.present("account", account);
    Check.present("openTo", openTo);
  }
}
