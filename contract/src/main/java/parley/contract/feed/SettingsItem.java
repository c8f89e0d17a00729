package parley.contract.feed;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.relation.OpenTo;

@Doc("In the feed of a user: what the user has chosen for the account.")
public record SettingsItem(
    @Doc("Number of its last change; 0 where nothing was ever chosen.") long changed,
    @Doc("Who may write to the user.") OpenTo openTo)
    implements Item {
  public SettingsItem {
    Check.present("openTo", openTo);
  }
}
