package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("Asks whose password a secret may set.")
public record ReadReset(@Doc("SHA-256 of the secret, base64url.") String secretHash) {
  public ReadReset {
    Check.token("secretHash", secretHash, StoreInvite.MAX_HASH);
  }
}
