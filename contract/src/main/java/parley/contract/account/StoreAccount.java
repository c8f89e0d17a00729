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
    @Doc("PHC string of the password (Argon2id).") String passwordHash,
    @Doc("SHA-256 of the invitation that must admit it, base64url; absent: none is needed.")
        String inviteHash) {
  /** UTF-16 units: a look-alike form can be several times as long as the name. */
  public static final int MAX_SKELETON = 400;

  public StoreAccount {
    Check.present("account", account);
    username = Check.line("username", username, 1, Profile.MAX_USERNAME);
    skeleton = Check.line("skeleton", skeleton, 1, MAX_SKELETON);
    displayName = Check.line("displayName", displayName, 1, Profile.MAX_DISPLAY_NAME);
    Check.token("passwordHash", passwordHash, Credentials.MAX_HASH);
    if (inviteHash != null) {
      Check.token("inviteHash", inviteHash, StoreInvite.MAX_HASH);
    }
  }

  /** An account that needs no invitation. */
  public StoreAccount(
      UserId account, String username, String skeleton, String displayName, String passwordHash) {
    this(account, username, skeleton, displayName, passwordHash, null);
  }

  /** Leaves the hashes out: they must not reach a log. */
  @Override
  public String toString() {
    return "StoreAccount[" + account + "]";
  }
}
