package parley.persistence.conversation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Policy;
import parley.contract.conversation.Role;
import parley.contract.conversation.StoreRoom;
import parley.contract.feed.ConversationItem;
import parley.contract.feed.FeedId;
import parley.contract.feed.Range;
import parley.persistence.feed.Feeds;
import parley.persistence.feed.LockedFeed;
import parley.persistence.pg.Database;

/** Stores new rooms: feed, attributes and the owner's membership, or none of it. */
public final class RoomStore {
  private static final String JOINED =
      "select count(*) as joined from member where account = $1 and state = 'joined'";

  private static final String OWN =
      "select 1 from conversation where id = $1 and kind = 'room' and created_by = $2";

  private static final String INSERT =
      """
      insert into conversation
        (id, kind, name, name_key, words, topic, created_by, member_count, changed)
      values ($1, 'room', $2, $3, array_to_tsvector($4::text[]), $5, $6, 1, 1)
      on conflict (name_key) where kind = 'room' and closed_at is null do nothing
      """;

  private final Database database;
  private final int maxConversations;

  /**
   * @param maxConversations the most that one account may belong to
   */
  public RoomStore(Database database, int maxConversations) {
    this.database = database;
    this.maxConversations = maxConversations;
  }

  /**
   * Stores a room and its owner. A repeat by the same creator changes nothing; an id that is in use
   * otherwise is {@code FORBIDDEN}.
   */
  public Future<ConversationChanged> store(StoreRoom request, Caller caller) {
    return database.transaction(caller.deadline(), tx -> store(tx, request));
  }

  // The creator's feed first, then the new one, then the name: every room is stored in this order,
  // so two of them never wait in a circle.
  private Future<ConversationChanged> store(SqlConnection tx, StoreRoom request) {
    FeedId user = FeedId.of(request.creator());
    return Feeds.lock(tx, List.of(user))
        .compose(
            locked ->
                LockedFeed.lives(locked.get(user))
                    ? store(tx, request, locked.get(user))
                    : Future.failedFuture(BusFailure.of(FailureCode.FORBIDDEN)))
        .compose(
            ranges -> Summaries.changed(tx, request.conversation(), request.creator(), ranges));
  }

  private Future<List<Range>> store(SqlConnection tx, StoreRoom request, LockedFeed user) {
    return Feeds.create(tx, FeedId.of(request.conversation()))
        .compose(created -> created ? fill(tx, request, user) : repeat(tx, request));
  }

  private static Future<List<Range>> repeat(SqlConnection tx, StoreRoom request) {
    return tx.preparedQuery(OWN)
        .execute(Tuple.of(request.conversation().value(), request.creator().value()))
        .map(rows -> unless(rows.size() == 0, FailureCode.FORBIDDEN));
  }

  private Future<List<Range>> fill(SqlConnection tx, StoreRoom request, LockedFeed user) {
    return tx.preparedQuery(JOINED)
        .execute(Tuple.of(request.creator().value()))
        .map(rows -> unless(joined(rows) >= maxConversations, FailureCode.TOO_MANY))
        .compose(done -> tx.preparedQuery(INSERT).execute(row(request)))
        .map(result -> unless(result.rowCount() == 0, FailureCode.NAME_TAKEN))
        .compose(done -> MemberRows.begin(tx, request.conversation(), Role.OWNER, 2, 0, user))
        .map(own -> List.of(announced(request), own))
        .compose(ranges -> Feeds.move(tx, moves(ranges)).map(ranges));
  }

  private static Range announced(StoreRoom request) {
    return new Range(
        FeedId.of(request.conversation()),
        0,
        2,
        List.of(
            new ConversationItem(
                1, ConversationKind.ROOM, request.name(), request.topic(), 1, null, Policy.OPEN),
            MemberRows.item(2, request.creator(), MemberState.JOINED, Role.OWNER)));
  }

  private static List<Feeds.Move> moves(List<Range> ranges) {
    return ranges.stream()
        .map(range -> new Feeds.Move(range.feed(), range.through(), false))
        .toList();
  }

  private static Tuple row(StoreRoom request) {
    return Tuple.of(
        request.conversation().value(),
        request.name(),
        request.nameKey(),
        RoomWords.of(request.name()).toArray(String[]::new),
        request.topic(),
        request.creator().value());
  }

  private static long joined(RowSet<Row> rows) {
    return rows.iterator().next().getLong("joined");
  }

  /** Nothing to announce, unless it is refused. */
  private static List<Range> unless(boolean refused, FailureCode code) {
    if (refused) {
      throw BusFailure.of(code);
    }
    return List.of();
  }
}
