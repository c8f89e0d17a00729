package parley.gateway.session;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

/** Body of a browser's refresh; the token is in its cookie. */
@Doc("Asks for fresh tokens; the refresh token is in its cookie.")
record RefreshFromBrowser(@Doc(Nonce.MEANING) @Bounds(pattern = Nonce.PATTERN) String nonce) {
  RefreshFromBrowser {
    Check.present("nonce", nonce);
  }
}
