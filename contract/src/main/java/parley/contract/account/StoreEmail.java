package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence to keep, or to forget, where a forgotten password is helped.")
public record StoreEmail(
    @Doc("Whose.") UserId account,
    @Doc(value = "The address; absent: none.", optional = true) String email) {
  public StoreEmail {
    Check.present("account", account);
    email = email == null ? null : OwnEmail.checked(email);
  }

  /** Leaves the address out: it must not reach a log. */
  @Override
  public String toString() {
    return "StoreEmail[" + account + "]";
  }
}
