package parley.gateway.account;

import parley.contract.Check;
import parley.contract.Doc;

/** Body of the deletion of one's account. */
@Doc("Asks to delete the own account, for good.")
record Deletion(@Doc("The password, so that nobody else does it.") String password) {
  Deletion {
    Check.present("password", password);
  }

  /** Leaves the password out: it must not reach a log. */
  @Override
  public String toString() {
    return "Deletion[]";
  }
}
