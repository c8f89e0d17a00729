package parley.gateway.account;

import parley.contract.Check;
import parley.contract.Doc;

/** Body of a change of one's e-mail address. */
@Doc("Asks to keep another e-mail address, or none.")
record EmailRequest(
    @Doc("The password, so that nobody else does it.") String password,
    @Doc(value = "The address; absent: none is kept.", optional = true) String email) {
  EmailRequest {
    Check.present("password", password);
  }

  /** Leaves both out: they must not reach a log. */
  @Override
  public String toString() {
    return "EmailRequest[]";
  }
}
