package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("An account as others see it.")
public record Profile(
    @Doc("Which account.") UserId account,
    @Doc("User name, unique, lower case.") String username,
    @Doc("The name to show.") String displayName) {
  public Profile {
    Check.present("account", account);
    Check.present("username", username);
    Check.present("displayName", displayName);
  }
}
