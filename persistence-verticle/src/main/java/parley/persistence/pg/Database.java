package parley.persistence.pg;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.contract.BusFailure;
import parley.contract.Deadline;
import parley.contract.FailureCode;

/**
 * Runs statements and transactions on a bounded pool. Every call ends: with rows, with a declared
 * failure ({@link PgFailures}), or at its deadline with {@code UNAVAILABLE}, after which the
 * outcome is unknown. Isolation is READ COMMITTED: each statement sees what was committed when it
 * began.
 */
public final class Database {
  private static final Logger log = LoggerFactory.getLogger(Database.class);

  private final RenewedPool pool;
  private final Duration patience;

  private Database(RenewedPool pool, Duration patience) {
    this.pool = pool;
    this.patience = patience;
  }

  /** Connects when first used. {@code name} is how the server's views show the connections. */
  public static Database open(Vertx vertx, PgAddress address, PgLimits limits, String name) {
    Duration patience = limits.longestTransaction();
    return new Database(
        new RenewedPool(() -> PgPools.open(vertx, address, limits, name), patience), patience);
  }

  /** Runs one statement in a transaction of its own. */
  public Future<RowSet<Row>> query(String sql, Tuple parameters, Deadline deadline) {
    return within(deadline, pool -> pool.preparedQuery(sql).execute(parameters));
  }

  /**
   * Runs {@code work} in one transaction; committed when the result arrives, undone if it fails.
   */
  public <T> Future<T> transaction(Deadline deadline, Function<SqlConnection, Future<T>> work) {
    return within(deadline, pool -> pool.withTransaction(tx -> work.apply(heard(tx))));
  }

  /**
   * Lends a connection for one transaction of the caller's own making. Fails with whatever went
   * wrong, undeclared, and with a time-out when no transaction could take so long.
   */
  public <T> Future<T> connection(Function<SqlConnection, Future<T>> work) {
    return pool.use(open -> open.withConnection(connection -> work.apply(heard(connection))))
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Closes all connections. */
  public Future<Void> close() {
    return pool.close();
  }

  // What breaks a connection also fails the statements on it; without a listener the client prints
  // a
  // stack trace to the console.
  private static SqlConnection heard(SqlConnection connection) {
    return connection.exceptionHandler(
        broken -> log.debug("persistence.connection.broken cause={}", PgFailures.describe(broken)));
  }

  private <T> Future<T> within(Deadline deadline, Function<Pool, Future<T>> work) {
    Duration remaining = deadline.remaining();
    if (remaining.toMillis() < 1) {
      return Future.failedFuture(BusFailure.of(FailureCode.UNAVAILABLE));
    }
    return pool.use(work)
        .timeout(remaining.toMillis(), TimeUnit.MILLISECONDS)
        .recover(cause -> Future.failedFuture(PgFailures.declared(cause)));
  }
}
