package parley.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import parley.contract.Caller;
import parley.contract.Deadline;
import parley.contract.health.Health;
import parley.contract.health.PartHealth;
import parley.contract.health.ReadHealth;
import parley.persistence.pg.Database;

/** Answers whether PostgreSQL answers. */
final class HealthCheck {
  private static final Duration FOR_THE_WAY_BACK = Duration.ofMillis(200);

  private final Database database;

  HealthCheck(Database database) {
    this.database = database;
  }

  /** Asks the database just now; always answers, early enough to be heard. */
  Future<Health> read(ReadHealth request, Caller caller) {
    Duration allowed = caller.deadline().remaining().minus(FOR_THE_WAY_BACK);
    return database
        .query("select 1", Tuple.tuple(), Deadline.in(allowed))
        .map(rows -> true)
        .otherwise(false)
        .map(up -> new Health(List.of(new PartHealth("postgres", up))));
  }
}
