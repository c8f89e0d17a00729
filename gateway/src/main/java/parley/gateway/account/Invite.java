package parley.gateway.account;

import parley.contract.Doc;

/**
 * A new invitation, for its maker alone: the code is told once.
 *
 * @param expiresAt milliseconds since 1970
 */
@Doc("A new invitation.")
record Invite(
    @Doc("What to hand out; told once.") String code,
    @Doc("How many accounts it admits.") int uses,
    @Doc("Until when it is good, in milliseconds since 1970.") long expiresAt) {
  /** Leaves the code out: it must not reach a log. */
  @Override
  public String toString() {
    return "Invite[" + uses + "]";
  }
}
