package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("Asks persistence to whom a link for a forgotten password may be sent.")
public record FindRecipients(@Doc("Normalised user name.") String login) {
  public FindRecipients {
    login = Check.line("login", login, 1, OwnEmail.MAX);
  }

  /** Leaves the address out: it must not reach a log. */
  @Override
  public String toString() {
    return "FindRecipients[]";
  }
}
