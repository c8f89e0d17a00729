package parley.gateway.account;

import parley.contract.Check;

/**
 * Body of a sign-up.
 *
 * @param displayName absent: the user name as it was typed
 * @param invite the code of an invitation, where one is needed
 */
record SignUp(String username, String password, String displayName, String invite) {
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
