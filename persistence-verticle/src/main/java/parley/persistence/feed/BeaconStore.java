package parley.persistence.feed;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import parley.contract.Deadline;
import parley.contract.feed.FeedHead;
import parley.persistence.pg.Database;

/** What the beacon asks of the database. Times are the database's clock. */
final class BeaconStore {
  // A second that lies in the future means that the clock was set back: claim it.
  private static final String CLAIM =
      """
      with before as materialized (select told_at from beacon for update skip locked),
      claimed as (
        update beacon set told_at = clock_timestamp() from before
        where before.told_at not between clock_timestamp() - $1::bigint * interval '1 millisecond'
          and clock_timestamp()
        returning before.told_at as before
      )
      select case when isfinite(before)
        then greatest(0, extract(epoch from clock_timestamp() - before) * 1000)::bigint
        else 0 end as ago_ms
      from claimed
      """;

  private static final String CHANGED =
      """
      select id, kind, head from feed
      where ($2::uuid is null or id > $2)
        and id in (
          select feed from feed_change
          where at > clock_timestamp() - $1::bigint * interval '1 millisecond')
      order by id limit $3
      """;

  private static final String PRUNE =
      """
      delete from feed_change where ctid = any(array(
        select ctid from feed_change
        where at < clock_timestamp() - $1::bigint * interval '1 millisecond'
        order by at limit $2))
      """;

  private final Database database;
  private final Duration deadline;

  BeaconStore(Database database, Duration deadline) {
    this.database = database;
    this.deadline = deadline;
  }

  /**
   * For one of all the processes that ask within {@code pause} of the last claim: how long ago that
   * was, by the clock of now, zero if it lies in the future or never was; nothing for the others.
   */
  Future<Optional<Duration>> claim(Duration pause) {
    return database
        .query(CLAIM, Tuple.of(pause.toMillis()), Deadline.in(deadline))
        .map(BeaconStore::ago);
  }

  /**
   * Heads of feeds that changed within {@code window}, by id, behind {@code after}; null for all.
   */
  Future<List<FeedHead>> changed(Duration window, UUID after, int limit) {
    return database
        .query(CHANGED, Tuple.of(window.toMillis(), after, limit), Deadline.in(deadline))
        .map(FeedRows::heads);
  }

  /** Forgets at most {@code limit} of the changes older than {@code age}; tells how many. */
  Future<Integer> prune(Duration age, int limit) {
    return database
        .query(PRUNE, Tuple.of(age.toMillis(), limit), Deadline.in(deadline))
        .map(result -> result.rowCount());
  }

  private static Optional<Duration> ago(RowSet<Row> rows) {
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(rows.iterator().next().getLong("ago_ms")));
  }
}
