package parley.contract.presence;

import parley.contract.BusFailure;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("An account in a roll.")
public record RollEntry(
    @Doc("Which account.") UserId account,
    @Doc("How it is there: online, away or busy.") PresenceState state,
    @Doc(
            "Number of the change of its settings by which it shares when it was last here; 0 if it does not.")
        long shares) {
  public RollEntry {
    Check.present("account", account);
    if (!Check.present("state", state).isThere()) {
      throw BusFailure.malformed("state");
    }
    shares = Check.within("shares", shares, 0, Long.MAX_VALUE);
  }
}
