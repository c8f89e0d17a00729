package parley.gateway.account;

import parley.contract.Check;

/** Body of a change of one's password. */
record NewPasswordRequest(String current, String next) {
  NewPasswordRequest {
    Check.present("current", current);
    Check.present("next", next);
  }

  /** Leaves the passwords out: they must not reach a log. */
  @Override
  public String toString() {
    return "NewPasswordRequest[]";
  }
}
