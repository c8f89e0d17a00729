package parley.gateway.account;

import parley.contract.Check;

/** Body of a request to become the first administrator. */
record Claim(String secret) {
  Claim {
    Check.present("secret", secret);
  }

  /** Leaves the secret out: it must not reach a log. */
  @Override
  public String toString() {
    return "Claim[]";
  }
}
