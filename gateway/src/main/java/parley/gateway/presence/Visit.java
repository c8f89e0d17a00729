package parley.gateway.presence;

import parley.contract.id.UserId;

/** One socket of an account, as far as it tells that the account is there. In use at first. */
public final class Visit {
  private final UserId account;
  private volatile boolean idle;

  public Visit(UserId account) {
    this.account = account;
  }

  UserId account() {
    return account;
  }

  boolean isIdle() {
    return idle;
  }

  void setIdle(boolean idle) {
    this.idle = idle;
  }
}
