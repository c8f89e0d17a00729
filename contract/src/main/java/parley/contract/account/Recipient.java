package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("An account that has an address.")
public record Recipient(@Doc("Its user name.") String username, @Doc("Its address.") String email) {
  public Recipient {
    username = Check.line("username", username, 1, Profile.MAX_USERNAME);
    email = OwnEmail.checked(Check.present("email", email));
  }

  /** Leaves the address out: it must not reach a log. */
  @Override
  public String toString() {
    return "Recipient[" + username + "]";
  }
}
