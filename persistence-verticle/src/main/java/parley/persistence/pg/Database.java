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
import java.util.function.Supplier;
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
  private final Pool pool;

  private Database(Pool pool) {
    this.pool = pool;
  }

  /** Connects when first used. {@code name} is how the server's views show the connections. */
  public static Database open(Vertx vertx, PgAddress address, PgLimits limits, String name) {
    return new Database(PgPools.open(vertx, address, limits, name));
  }

  /** Runs one statement in a transaction of its own. */
  public Future<RowSet<Row>> query(String sql, Tuple parameters, Deadline deadline) {
    return within(deadline, () -> pool.preparedQuery(sql).execute(parameters));
  }

  /**
   * Runs {@code work} in one transaction; committed when the result arrives, undone if it fails.
   */
  public <T> Future<T> transaction(Deadline deadline, Function<SqlConnection, Future<T>> work) {
    return within(deadline, () -> pool.withTransaction(work));
  }

  /** Lends a connection until {@code work} is done; the statements' own time-outs bound it. */
  public <T> Future<T> connection(Function<SqlConnection, Future<T>> work) {
    return pool.withConnection(work);
  }

  /** Closes all connections. */
  public Future<Void> close() {
    return pool.close();
  }

  private static <T> Future<T> within(Deadline deadline, Supplier<Future<T>> work) {
    Duration remaining = deadline.remaining();
    if (remaining.toMillis() < 1) {
      return Future.failedFuture(BusFailure.of(FailureCode.UNAVAILABLE));
    }
    return work.get()
        .timeout(remaining.toMillis(), TimeUnit.MILLISECONDS)
        .recover(cause -> Future.failedFuture(PgFailures.declared(cause)));
  }
}
