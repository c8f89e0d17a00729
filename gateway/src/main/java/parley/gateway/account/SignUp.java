package parley.gateway.account;

import parley.contract.Check;
import parley.contract.Doc;

/**
 * Body of a sign-up.
 *
 * @param displayName absent: the user name as it was typed
 * @param invite the code of an invitation, where one is needed
 */
@Doc("Asks for an account.")
record SignUp(
    @Doc("3 to 32 letters and digits of one script, with single `.`, `_` or `-` inside.")
        String username,
    @Doc("8 to 200 characters, not the user name.") String password,
    @Doc(value = "The name to show; absent: the user name as it was typed.", optional = true)
        String displayName,
    @Doc(value = "The code of an invitation, where one is needed.", optional = true)
        String invite) {
  SignUp {
    Check.present("username", username);
    Check.present("password", password);
  }

  /** Leaves password and code out: they must not reach a log. */
  @Override
  public String toString() {
    return "SignUp[]";
  }
}
