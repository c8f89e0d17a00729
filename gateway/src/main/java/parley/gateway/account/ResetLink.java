package parley.gateway.account;

import parley.contract.Doc;

/** A one-time secret for a forgotten password, for the administrator who made it. */
@Doc("A one-time secret that sets a new password.")
record ResetLink(
    @Doc("What to hand out, behind /#/reset/ of the page; told once.") String secret,
    @Doc("Until when it is good.") long expiresAt) {
  /** Leaves the secret out: it must not reach a log. */
  @Override
  public String toString() {
    return "ResetLink[]";
  }
}
