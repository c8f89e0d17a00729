package parley.gateway.account;

import parley.contract.Check;

/**
 * Body of a sign-up.
 *
 * @param displayName absent: the user name as it was typed
 */
record SignUp(String username, String password, String displayName) {
  SignUp {
    Check.present("username", username);
    Check.present("password", password);
  }

  /** Leaves the password out: it must not reach a log. */
  @Override
  public String toString() {
    return "SignUp[]";
  }
}
