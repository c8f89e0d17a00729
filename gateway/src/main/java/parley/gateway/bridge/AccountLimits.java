package parley.gateway.bridge;

import java.util.concurrent.ConcurrentHashMap;
import parley.contract.id.UserId;

/**
 * What each account may still do in this gateway process: open sockets, send requests (a token
 * bucket). Shared by all event loops, because an account's sockets are spread over them; an entry
 * lives until the account has no socket and its bucket is full again.
 */
public final class AccountLimits {
  private final BridgeConfig config;
  private final ConcurrentHashMap<UserId, Account> accounts = new ConcurrentHashMap<>();

  public AccountLimits(BridgeConfig config) {
    this.config = config;
  }

  /** Counts one more socket; false if the account has as many as it may. */
  boolean open(UserId account) {
    boolean[] opened = new boolean[1];
    accounts.compute(
        account,
        (id, known) -> {
          Account entry = known == null ? new Account(config) : known;
          opened[0] = entry.sockets < config.socketsPerAccount();
          entry.sockets += opened[0] ? 1 : 0;
          return entry;
        });
    return opened[0];
  }

  /** Counts one socket less. */
  void close(UserId account) {
    accounts.computeIfPresent(
        account,
        (id, entry) -> {
          entry.sockets--;
          return entry;
        });
  }

  /** Forgets who has no socket and could send at once as much as anybody. */
  void forgetIdle(long nanos) {
    for (UserId account : accounts.keySet()) {
      accounts.computeIfPresent(account, (id, entry) -> entry.isIdle(nanos) ? null : entry);
    }
  }

  /** Takes a token; false if there is none at {@code nanos}. */
  boolean take(UserId account, long nanos) {
    boolean[] taken = new boolean[1];
    accounts.computeIfPresent(
        account,
        (id, entry) -> {
          taken[0] = entry.requests.take(nanos);
          return entry;
        });
    return taken[0];
  }

  private static final class Account {
    private final TokenBucket requests;
    private int sockets;

    Account(BridgeConfig config) {
      requests =
          new TokenBucket(config.requestsPerSecond(), config.requestBurst(), System.nanoTime());
    }

    boolean isIdle(long nanos) {
      return sockets == 0 && requests.isFull(nanos);
    }
  }
}
