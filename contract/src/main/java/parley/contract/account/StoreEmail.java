package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence to keep, or to forget, where a forgotten password is helped.")
public record StoreEmail(
    @Doc("Whose.") UserId account,
    @Doc(value = "The address; absent: none.", optional = true) String email,
    @Doc(
            value =
                "SHA-256 of a secret that confirms it for 24 hours, base64url; absent: none is"
                    + " sent.",
            optional = true)
        String secretHash) {
  public StoreEmail {
    Check.present("account", account);
    email = email == null ? null : OwnEmail.checked(email);
    if (secretHash != null) {
      Check.token("secretHash", secretHash, StoreInvite.MAX_HASH);
    }
  }

  /** Leaves address and hash out: they must not reach a log. */
  @Override
  public String toString() {
    return "StoreEmail[" + account + "]";
  }
}
