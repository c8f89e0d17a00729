package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("Asks persistence to take an address for confirmed, by a secret that was sent to it.")
public record ConfirmEmail(@Doc("SHA-256 of the secret, base64url.") String secretHash) {
  public ConfirmEmail {
    Check.token("secretHash", secretHash, StoreInvite.MAX_HASH);
  }

  /** Leaves the hash out: it must not reach a log. */
  @Override
  public String toString() {
    return "ConfirmEmail[]";
  }
}
