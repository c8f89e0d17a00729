package parley.gateway.session;

import parley.contract.Check;

/** Body of a program's refresh. */
record RefreshFromProgram(String refreshToken, String nonce) {
  RefreshFromProgram {
    Check.present("refreshToken", refreshToken);
    Check.present("nonce", nonce);
  }

  /** Leaves the token out: it must not reach a log. */
  @Override
  public String toString() {
    return "RefreshFromProgram[]";
  }
}
