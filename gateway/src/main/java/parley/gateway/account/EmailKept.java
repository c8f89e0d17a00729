package parley.gateway.account;

import parley.contract.Doc;
import parley.contract.account.OwnEmail;

/** What somebody is told of their own address. */
@Doc("Where a forgotten password is helped.")
record EmailKept(
    @Doc(value = "The address, if there is one.", optional = true) String email,
    @Doc("Whether it is confirmed; nothing is sent to it before but the link that does it.")
        boolean confirmed,
    @Doc("Whether this server sends mail at all.") boolean mail) {
  static EmailKept of(OwnEmail own, boolean mail) {
    return new EmailKept(own.email(), own.confirmed(), mail);
  }

  /** Leaves the address out: it must not reach a log. */
  @Override
  public String toString() {
    return "EmailKept[]";
  }
}
