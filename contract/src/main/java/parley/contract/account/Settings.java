package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.feed.SettingsItem;

@Doc("What is chosen for an account.")
public record Settings(
    @Doc("As it is now.") SettingsItem settings,
    @Doc("The head of the feed of the account when this was read.") long through) {
  public Settings {
    Check.present("settings", settings);
  }
}
