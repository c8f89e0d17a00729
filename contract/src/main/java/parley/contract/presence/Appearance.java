package parley.contract.presence;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("How an account wants to appear.")
public record Appearance(
    @Doc("Which account.") UserId account,
    @Doc("How.") PresenceMode mode,
    @Doc("Whether it shares when it was last here.") boolean sharesLastSeen,
    @Doc("Number of the last change of its settings: of two the larger is newer.") long changed) {
  public Appearance {
    Check.present("account", account);
    Check.present("mode", mode);
    changed = Check.within("changed", changed, 0, Long.MAX_VALUE);
  }
}
