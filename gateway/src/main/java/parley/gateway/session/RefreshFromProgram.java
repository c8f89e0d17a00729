package parley.gateway.session;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

/** Body of a program's refresh. */
@Doc("Asks for fresh tokens.")
record RefreshFromProgram(
    @Doc("The refresh token so far; it is replaced.") String refreshToken,
    @Doc(Nonce.MEANING) @Bounds(pattern = Nonce.PATTERN) String nonce) {
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
