package parley.gateway.account;

import parley.contract.Check;

/** Body of a log-in. */
record LogIn(String username, String password) {
  LogIn {
    Check.present("username", username);
    Check.present("password", password);
  }

  /** Leaves the password out: it must not reach a log. */
  @Override
  public String toString() {
    return "LogIn[]";
  }
}
