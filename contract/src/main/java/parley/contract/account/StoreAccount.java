package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence to store a new account.")
public record StoreAccount(
    @Doc("Chosen by the gateway.") UserId account,
    @Doc("Normalised user name.") String username,
    @Doc("The form of the user name that look-alikes share.") String skeleton,
    @Doc("The name to show.") String displayName,
    @Doc("PHC string of the password (Argon2id).") String passwordHash) {
  public StoreAccount {
    Check.present("account", account);
    Check.present("username", username);
    Check.present("skeleton", skeleton);
    Check.present("displayName", displayName);
    Check.present("passwordHash", passwordHash);
  }

  /** Leaves the hash out: it must not reach a log. */
  @Override
  public String toString() {
    return "StoreAccount[" + account + "]";
  }
}
