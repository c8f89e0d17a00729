package parley.gateway.account;

import parley.contract.Check;
import parley.contract.Doc;

/** Body of the use of a one-time secret. */
@Doc("Sets a new password by a one-time secret.")
record ResetUse(
    @Doc("The secret from the link.") String secret,
    @Doc("The new password: 8 to 200 characters, not the user name.") String password) {
  ResetUse {
    Check.present("secret", secret);
    Check.present("password", password);
  }

  /** Leaves both out: they must not reach a log. */
  @Override
  public String toString() {
    return "ResetUse[]";
  }
}
