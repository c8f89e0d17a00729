package parley.gateway.account;

import parley.contract.Check;
import parley.contract.Doc;

/** Body of a question for help with a forgotten password. */
@Doc("Asks for a link that sets a new password.")
record ResetRequest(@Doc("User name, or the e-mail address of the account.") String login) {
  static final int MAX = 254;

  ResetRequest {
    Check.line("login", login, 1, MAX);
  }

  /** Leaves the address out: it must not reach a log. */
  @Override
  public String toString() {
    return "ResetRequest[]";
  }
}
