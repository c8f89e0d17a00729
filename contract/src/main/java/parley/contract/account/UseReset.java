package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("Asks persistence to set a new password by a one-time secret.")
public record UseReset(
    @Doc("SHA-256 of the secret, base64url.") String secretHash,
    @Doc("PHC string of the new password.") String passwordHash) {
  public UseReset {
    Check.token("secretHash", secretHash, StoreInvite.MAX_HASH);
    Check.token("passwordHash", passwordHash, Credentials.MAX_HASH);
  }

  /** Leaves the hashes out: they must not reach a log. */
  @Override
  public String toString() {
    return "UseReset[]";
  }
}
