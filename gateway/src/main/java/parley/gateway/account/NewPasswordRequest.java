package parley.gateway.account;

import parley.contract.Check;
import parley.contract.Doc;

/** Body of a change of one's password. */
@Doc("Asks to replace the own password.")
record NewPasswordRequest(
    @Doc("The password so far.") String current,
    @Doc("The new one: 8 to 200 characters, not the user name.") String next) {
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
