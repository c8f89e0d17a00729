package parley.gateway.account;

import parley.contract.Check;
import parley.contract.Doc;

/** Body of a question for help with a forgotten password. */
@Doc("Asks for a link that sets a new password.")
record ResetRequest(@Doc("The user name.") String login) {
  static final int MAX = 254;

  ResetRequest {
    Check.line("login", login, 1, MAX);
  }

  /** Leaves out what was typed, which may be an address: it must not reach a log. */
  @Override
  public String toString() {
    return "ResetRequest[]";
  }
}
