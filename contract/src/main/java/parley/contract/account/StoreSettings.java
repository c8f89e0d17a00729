package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;
import parley.contract.presence.PresenceMode;
import parley.contract.relation.OpenTo;

@Doc("Asks persistence to keep what was chosen for an account.")
public record StoreSettings(
    @Doc("Whose.") UserId account,
    @Doc(value = "Who may write to it; absent to leave that.", optional = true) OpenTo openTo,
    @Doc(value = "How it appears; absent to leave that.", optional = true) PresenceMode mode,
    @Doc(value = "Whether it shares when it was last here; absent to leave that.", optional = true)
        Boolean sharesLastSeen) {
  public StoreSettings {
    Check.present("account", account);
  }
}
