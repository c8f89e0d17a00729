package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("Asks how the password of a user name is checked.")
public record FindCredentials(@Doc("Normalised user name.") String username) {
  public FindCredentials {
    username = Check.line("username", username, 1, Profile.MAX_USERNAME);
  }
}
