package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("Offers the rights of the first administrator to whoever knows a secret.")
public record OfferAdministration(@Doc("SHA-256 of the secret, base64url.") String secretHash) {
  public OfferAdministration {
    Check.token("secretHash", secretHash, StoreInvite.MAX_HASH);
  }

  /** Leaves the hash out: it must not reach a log. */
  @Override
  public String toString() {
    return "OfferAdministration[]";
  }
}
