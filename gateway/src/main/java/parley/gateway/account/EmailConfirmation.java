package parley.gateway.account;

import parley.contract.Check;
import parley.contract.Doc;

/** Body of the confirmation of an address. */
@Doc("Confirms an address by the secret that was sent to it.")
record EmailConfirmation(@Doc("The secret from the link.") String secret) {
  EmailConfirmation {
    Check.present("secret", secret);
  }

  /** Leaves the secret out: it must not reach a log. */
  @Override
  public String toString() {
    return "EmailConfirmation[]";
  }
}
