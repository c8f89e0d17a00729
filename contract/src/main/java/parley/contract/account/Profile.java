package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("An account as others see it.")
public record Profile(
    @Doc("Which account.") UserId account,
    @Doc("User name, unique, lower case.") String username,
    @Doc("The name to show.") String displayName) {
  /** UTF-16 units. */
  public static final int MAX_USERNAME = 32;

  /** UTF-16 units. */
  public static final int MAX_DISPLAY_NAME = 60;

  public Profile {
    Check.present("account", account);
    username = Check.line("username", username, 1, Profile.MAX_USERNAME);
    displayName = Check.line("displayName", displayName, 1, Profile.MAX_DISPLAY_NAME);
  }
}
