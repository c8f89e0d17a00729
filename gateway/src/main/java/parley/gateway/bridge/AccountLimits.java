package parley.gateway.bridge;

import java.util.concurrent.ConcurrentHashMap;
import parley.contract.id.UserId;

/**
 * What each account may still do in this gateway process: open sockets, send requests (a token
 * bucket). Shared by all event loops, because an account's sockets are spread over them; an entry
 * lives as long as the account has a socket.
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
          Account entry = known == null ? new Account(config.requestBurst()) : known;
          opened[0] = entry.sockets < config.socketsPerAccount();
          entry.sockets += opened[0] ? 1 : 0;
          return entry;
        });
    return opened[0];
  }

  /** Counts one socket less. */
  void close(UserId account) {
    accounts.computeIfPresent(account, (id, entry) -> --entry.sockets == 0 ? null : entry);
  }

  /** Takes a token; false if there is none at {@code nanos}. */
  boolean take(UserId account, long nanos) {
    boolean[] taken = new boolean[1];
    accounts.computeIfPresent(
        account,
        (id, entry) -> {
          taken[0] = entry.take(nanos, config.requestsPerSecond(), config.requestBurst());
          return entry;
        });
    return taken[0];
  }

  private static final class Account {
    private int sockets;
    private double tokens;
    private long filledAt;

    Account(int burst) {
      tokens = burst;
      filledAt = System.nanoTime();
    }

    boolean take(long nanos, int perSecond, int burst) {
      tokens = Math.min(burst, tokens + (nanos - filledAt) / 1e9 * perSecond);
      filledAt = nanos;
      if (tokens < 1) {
        return false;
      }
      tokens--;
      return true;
    }
  }
}
