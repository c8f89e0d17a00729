package parley.gateway.session;

import parley.contract.Check;

/** Body of a browser's refresh; the token is in its cookie. */
record RefreshFromBrowser(String nonce) {
  RefreshFromBrowser {
    Check.present("nonce", nonce);
  }
}
