package parley.gateway.account;

import parley.contract.Check;
import parley.contract.Doc;

/** Body of a log-in. */
@Doc("Asks for a session.")
record LogIn(@Doc("Who.") String username, @Doc("What only they know.") String password) {
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
