package parley.persistence.session;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import parley.contract.Deadline;
import parley.persistence.pg.Database;

/** Deletes sessions that are long over. Times are the database's clock. */
final class PruneStore {
  // Locked rows are another process's, or a session that is being ended once more: next time.
  private static final String PRUNE_ENDED =
      """
      delete from session where id = any(array(
        select id from session
        where ended_at < clock_timestamp() - $1::bigint * interval '1 millisecond'
        order by ended_at limit $2 for update skip locked))
      """;

  private static final String PRUNE_EXPIRED =
      """
      delete from session where id = any(array(
        select id from session
        where ended_at is null
          and expires_at < clock_timestamp() - $1::bigint * interval '1 millisecond'
        order by expires_at limit $2 for update skip locked))
      """;

  private final Database database;
  private final Duration deadline;

  PruneStore(Database database, Duration deadline) {
    this.database = database;
    this.deadline = deadline;
  }

  /**
   * Deletes sessions that have been over for longer than {@code age}, at most so many of a kind.
   */
  Future<Pruned> prune(Duration age, int limit) {
    Tuple bounds = Tuple.of(age.toMillis(), limit);
    return delete(PRUNE_ENDED, bounds)
        .compose(ended -> delete(PRUNE_EXPIRED, bounds).map(expired -> new Pruned(ended, expired)));
  }

  private Future<Integer> delete(String sql, Tuple bounds) {
    return database.query(sql, bounds, Deadline.in(deadline)).map(result -> result.rowCount());
  }

  /**
   * How many were deleted.
   *
   * @param ended of those that were ended
   * @param expired of those that expired and never were ended
   */
  record Pruned(int ended, int expired) {
    int total() {
      return ended + expired;
    }

    /** Whether there may be more. */
    boolean reached(int limit) {
      return Math.max(ended, expired) >= limit;
    }
  }
}
