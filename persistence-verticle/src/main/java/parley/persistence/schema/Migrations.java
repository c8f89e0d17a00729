package parley.persistence.schema;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.contract.Deadline;
import parley.persistence.pg.PgAddress;

/**
 * Brings the tables to the newest version. Several processes may do so at once: one applies, the
 * others wait for it. A database that cannot be reached yet is waited for, up to a bound.
 */
public final class Migrations {
  private static final Logger log = LoggerFactory.getLogger(Migrations.class);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
  private static final int TRIES_BETWEEN_WORDS = 10;
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Vertx vertx;
  private final PgAddress address;

  public Migrations(Vertx vertx, PgAddress address) {
    this.vertx = vertx;
    this.address = address;
  }

  /**
   * Completes when the tables are there. Fails at once if the server refuses (password, database),
   * and when it could not be reached within {@code patience}.
   */
  public Future<Void> apply(Duration patience) {
    WorkerExecutor worker =
        vertx.createSharedWorkerExecutor(
            "persistence-migrations", 1, LONGEST.toNanos(), TimeUnit.NANOSECONDS);
    return attempt(worker, Deadline.in(patience), 0).eventually(worker::close);
  }

  private Future<Void> attempt(WorkerExecutor worker, Deadline deadline, int tries) {
    return worker
        .<Void>executeBlocking(this::migrate)
        .recover(
            cause ->
                mayPass(cause) && !deadline.passed()
                    ? again(worker, deadline, tries)
                    : Future.failedFuture(cause));
  }

  private Future<Void> again(WorkerExecutor worker, Deadline deadline, int tries) {
    if (tries % TRIES_BETWEEN_WORDS == 0) {
      log.warn("persistence.database.awaited host={} port={}", address.host(), address.port());
    }
    return vertx
        .timer(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)
        .compose(fired -> attempt(worker, deadline, tries + 1));
  }

  private Void migrate() {
    var result =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(address.jdbcUrl(), address.user(), address.password().value())
            .locations("classpath:parley/schema")
            .load()
            .migrate();
    log.info("persistence.schema.ready applied={}", result.migrationsExecuted);
    return null;
  }

  /** Not reachable, starting up or too many connections; not: wrong password, no such database. */
  private static boolean mayPass(Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof SQLException refused && refused.getSQLState() != null) {
        String state = refused.getSQLState();
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
      }
    }
    return false;
  }
}
