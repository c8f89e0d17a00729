package parley.persistence.pg;

import java.time.Duration;

/**
 * How much of PostgreSQL one pool may use, and for how long.
 *
 * @param connections the most connections
 * @param waiting the most requests that wait for one; more are refused at once
 * @param connectTimeout how long a connection may take to be made or to become free
 * @param statementTimeout the server ends a statement after it
 * @param lockTimeout the server ends a wait for a lock after it
 */
public record PgLimits(
    int connections,
    int waiting,
    Duration connectTimeout,
    Duration statementTimeout,
    Duration lockTimeout) {

  /**
   * No transaction that still lives takes longer: its statement, its idling, its commit, each ended
   * by the server in time.
   */
  public Duration longestTransaction() {
    return statementTimeout.multipliedBy(3);
  }

  /** The same with other numbers of connections and of waiting requests. */
  public PgLimits with(int otherConnections, int otherWaiting) {
    return new PgLimits(
        otherConnections, otherWaiting, connectTimeout, statementTimeout, lockTimeout);
  }
}
