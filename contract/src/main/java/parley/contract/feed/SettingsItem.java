package parley.contract.feed;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.presence.PresenceMode;
import parley.contract.relation.OpenTo;

@Doc("In the feed of a user: what the user has chosen for the account.")
public record SettingsItem(
    @Doc("Number of its last change; 0 where nothing was ever chosen.") long changed,
    @Doc("Who may write to the user.") OpenTo openTo,
    @Doc("How the user appears to others.") PresenceMode mode,
    @Doc("Whether those who see that the user is offline see since when.") boolean sharesLastSeen)
    implements Item {
  public SettingsItem {
    Check.present("openTo", openTo);
    Check.present("mode", mode);
  }
}
