package parley.persistence.conversation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.conversation.MoveReadMark;
import parley.contract.conversation.ReadMarkMoved;
import parley.contract.feed.FeedId;
import parley.contract.feed.Range;
import parley.contract.feed.ReadMarkItem;
import parley.persistence.feed.Feeds;
import parley.persistence.feed.LockedFeed;
import parley.persistence.pg.Database;

/** Moves read marks forward, never back and never beyond the last message. */
public final class MarkStore {
  private static final String READ =
      """
      select f.ordinal, m.read_ordinal, coalesce(m.state = 'joined', false) as joined
      from conversation c join feed f on f.id = c.id
      left join member m on m.conversation = c.id and m.account = $2
      where c.id = $1
      """;

  private static final String WRITE =
      """
      update member set read_ordinal = $3, mark_changed = $4
      where conversation = $1 and account = $2
      """;

  private final Database database;

  public MarkStore(Database database) {
    this.database = database;
  }

  /** Moves the mark if that is forward; tells where it stands then. */
  public Future<ReadMarkMoved> move(MoveReadMark request, Caller caller) {
    return database.transaction(caller.deadline(), tx -> move(tx, request));
  }

  private static Future<ReadMarkMoved> move(SqlConnection tx, MoveReadMark request) {
    FeedId user = FeedId.of(request.account());
    Tuple key = Tuple.of(request.mark().conversation().value(), request.account().value());
    return Feeds.lockOnly(tx, List.of(user)).compose(locked -> move(tx, request, key, locked));
  }

  private static Future<ReadMarkMoved> move(
      SqlConnection tx, MoveReadMark request, Tuple key, Map<FeedId, LockedFeed> locked) {
    LockedFeed user = locked.get(FeedId.of(request.account()));
    return tx.preparedQuery(READ)
        .execute(key)
        .map(rows -> Mark.of(rows, request.mark().readOrdinal()))
        .compose(
            mark ->
                mark.forward()
                    ? write(tx, request, mark, user)
                    : Future.succeededFuture(new ReadMarkMoved(mark.now(), List.of())));
  }

  private static Future<ReadMarkMoved> write(
      SqlConnection tx, MoveReadMark request, Mark mark, LockedFeed user) {
    ReadMarkItem item =
        new ReadMarkItem(user.head() + 1, request.mark().conversation(), mark.wanted());
    Range range = MemberRows.range(user, item);
    Tuple row =
        Tuple.of(
            item.conversation().value(),
            request.account().value(),
            item.readOrdinal(),
            item.changed());
    return tx.preparedQuery(WRITE)
        .execute(row)
        .compose(done -> Feeds.move(tx, List.of(new Feeds.Move(user.id(), range.through(), false))))
        .map(done -> new ReadMarkMoved(item.readOrdinal(), List.of(range)));
  }

  /** Where a mark is and where it shall go. */
  private record Mark(long now, long wanted) {
    static Mark of(RowSet<Row> rows, long asked) {
      if (rows.size() == 0) {
        throw BusFailure.of(FailureCode.NOT_FOUND);
      }
      Row row = rows.iterator().next();
      if (!row.getBoolean("joined")) {
        throw BusFailure.of(FailureCode.NOT_A_MEMBER);
      }
      return new Mark(row.getLong("read_ordinal"), Math.min(asked, row.getLong("ordinal")));
    }

    boolean forward() {
      return wanted > now;
    }
  }
}
