package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks to become the first administrator.")
public record ClaimAdministration(
    @Doc("Who asks.") UserId account, @Doc("SHA-256 of the secret, base64url.") String secretHash) {
  public ClaimAdministration {
    Check.present("account", account);
    Check.token("secretHash", secretHash, StoreInvite.MAX_HASH);
  }

  /** Leaves the hash out: it must not reach a log. */
  @Override
  public String toString() {
    return "ClaimAdministration[" + account + "]";
  }
}
