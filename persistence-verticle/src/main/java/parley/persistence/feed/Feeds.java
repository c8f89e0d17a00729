package parley.persistence.feed;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import parley.contract.feed.FeedId;

/**
 * Takes numbers of feeds within a transaction: first lock, then, with a statement of its own and so
 * with a fresh snapshot, read and write, then move the heads.
 */
public final class Feeds {
  // In the order of ids, always: two transactions that lock the same feeds never wait in a circle.
  private static final String LOCK =
      """
      select id, kind, head, ordinal, policy_version from feed
      where id = any($1) order by id for no key update
      """;

  // After the lock, which whoever deletes an account holds until that is seen.
  private static final String DELETED =
      "select id from account where id = any($1) and deleted_at is not null";

  private static final String CREATE =
      "insert into feed (id, kind) values ($1, $2) on conflict (id) do nothing";

  private static final String MOVE =
      """
      with moved as (
        update feed f set head = n.head, policy_version = f.policy_version + n.rights
        from unnest($1::uuid[], $2::bigint[], $3::bigint[]) as n(id, head, rights)
        where f.id = n.id
        returning f.id, f.head
      )
      insert into feed_change (feed, head) select id, head from moved
      """;

  private Feeds() {}

  /** Locks the rows of those that exist until the transaction ends. */
  public static Future<Map<FeedId, LockedFeed>> lock(SqlConnection tx, List<FeedId> feeds) {
    return tx.preparedQuery(LOCK)
        .execute(Tuple.of(ids(feeds.stream())))
        .compose(rows -> deleted(tx, feeds).map(deleted -> locked(rows, deleted)));
  }

  /**
   * The same without a look at whether accounts were deleted: for what changes often and gives
   * nobody anything.
   */
  public static Future<Map<FeedId, LockedFeed>> lockOnly(SqlConnection tx, List<FeedId> feeds) {
    return tx.preparedQuery(LOCK)
        .execute(Tuple.of(ids(feeds.stream())))
        .map(rows -> locked(rows, Set.of()));
  }

  private static Future<Set<UUID>> deleted(SqlConnection tx, List<FeedId> feeds) {
    UUID[] accounts = ids(feeds.stream().filter(feed -> feed.kind() == FeedId.Kind.USER));
    if (accounts.length == 0) {
      return Future.succeededFuture(Set.of());
    }
    return tx.preparedQuery(DELETED)
        .execute(Tuple.of(accounts))
        .map(
            rows -> {
              Set<UUID> deleted = new HashSet<>();
              rows.forEach(row -> deleted.add(row.getUUID("id")));
              return deleted;
            });
  }

  private static UUID[] ids(Stream<FeedId> feeds) {
    return feeds.map(FeedId::value).toArray(UUID[]::new);
  }

  /** Makes a new feed without any number; false if the id is in use. */
  public static Future<Boolean> create(SqlConnection tx, FeedId feed) {
    return tx.preparedQuery(CREATE)
        .execute(Tuple.of(feed.value(), Labels.of(feed.kind())))
        .map(result -> result.rowCount() == 1);
  }

  /** Moves the heads of locked feeds and notes it for the beacon. */
  public static Future<Void> move(SqlConnection tx, List<Move> moves) {
    UUID[] ids = moves.stream().map(move -> move.feed().value()).toArray(UUID[]::new);
    Long[] heads = moves.stream().map(Move::head).toArray(Long[]::new);
    Long[] rights = moves.stream().map(move -> move.rightsShrank() ? 1L : 0L).toArray(Long[]::new);
    return tx.preparedQuery(MOVE).execute(Tuple.of(ids, heads, rights)).mapEmpty();
  }

  /**
   * Where a feed goes.
   *
   * @param feed which feed
   * @param head its new last number
   * @param rightsShrank whether decisions that rest on the present policy version become void
   */
  public record Move(FeedId feed, long head, boolean rightsShrank) {}

  private static Map<FeedId, LockedFeed> locked(RowSet<Row> rows, Set<UUID> deleted) {
    Map<FeedId, LockedFeed> feeds = new HashMap<>();
    for (Row row : rows) {
      FeedId id = FeedRows.id(row);
      feeds.put(
          id,
          new LockedFeed(
              id,
              row.getLong("head"),
              row.getLong("ordinal"),
              row.getLong("policy_version"),
              deleted.contains(id.value())));
    }
    return feeds;
  }
}
