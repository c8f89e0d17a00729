package parley.contract.presence;

import parley.contract.BusFailure;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("An account in a roll.")
public record RollEntry(
    @Doc("Which account.") UserId account,
    @Doc("How it is there: online, away or busy.") PresenceState state) {
  public RollEntry {
    Check.present("account", account);
    if (!Check.present("state", state).isThere()) {
      throw BusFailure.malformed("state");
    }
  }
}
