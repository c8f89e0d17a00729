package parley.gateway.account;

import parley.contract.Check;
import parley.contract.Doc;

/** Body of a request to become the first administrator. */
@Doc("Asks to become the first administrator.")
record Claim(@Doc("The secret that the console told.") String secret) {
  Claim {
    Check.present("secret", secret);
  }

  /** Leaves the secret out: it must not reach a log. */
  @Override
  public String toString() {
    return "Claim[]";
  }
}
