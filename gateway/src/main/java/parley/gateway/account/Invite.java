package parley.gateway.account;

/**
 * A new invitation, for its maker alone: the code is told once.
 *
 * @param expiresAt milliseconds since 1970
 */
record Invite(String code, int uses, long expiresAt) {
  /** Leaves the code out: it must not reach a log. */
  @Override
  public String toString() {
    return "Invite[" + uses + "]";
  }
}
