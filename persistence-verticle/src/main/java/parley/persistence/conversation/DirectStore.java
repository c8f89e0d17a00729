package parley.persistence.conversation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Policy;
import parley.contract.conversation.Role;
import parley.contract.conversation.StoreDirect;
import parley.contract.feed.ConversationItem;
import parley.contract.feed.FeedId;
import parley.contract.feed.Range;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.persistence.feed.Feeds;
import parley.persistence.feed.LockedFeed;
import parley.persistence.pg.Database;

/** Stores the one conversation of two people: feed, attributes and both memberships, or nothing. */
public final class DirectStore {
  private static final String FIND =
      """
      select id from conversation
      where kind = 'direct' and lower_account = $1 and upper_account = $2
      """;

  private static final String JOINED =
      """
      select account, count(*) as joined from member
      where account in ($1, $2) and state = 'joined' group by account
      """;

  private static final String BLOCKED =
      """
      select 1 from relation where blocked and (account, other) in (($1, $2), ($2, $1))
      """;

  private static final String INSERT =
      """
      insert into conversation
        (id, kind, lower_account, upper_account, created_by, member_count, changed)
      values ($1, 'direct', $2, $3, $4, 2, 1)
      """;

  private final Database database;
  private final int maxConversations;

  /**
   * @param maxConversations the most that one account may belong to
   */
  public DirectStore(Database database, int maxConversations) {
    this.database = database;
    this.maxConversations = maxConversations;
  }

  /**
   * Finds or stores the conversation of two. {@code NOT_REACHABLE} if the other does not exist, is
   * the opener, or belongs to as many conversations as one may, and if one has blocked the other
   * before there was any; {@code TOO_MANY} if the opener belongs to too many.
   */
  public Future<ConversationChanged> store(StoreDirect request, Caller caller) {
    Pair pair = Pair.of(request.opener(), request.other());
    return database.transaction(caller.deadline(), tx -> store(tx, request, pair));
  }

  // Both accounts' feeds first: of two who open at once the second waits here, and then finds.
  private Future<ConversationChanged> store(SqlConnection tx, StoreDirect request, Pair pair) {
    return Feeds.lock(tx, pair.both().stream().map(FeedId::of).toList())
        .map(locked -> known(locked, request))
        .compose(locked -> found(tx, pair).compose(id -> store(tx, request, pair, locked, id)))
        .compose(stored -> Summaries.changed(tx, stored.id(), request.opener(), stored.ranges()));
  }

  private record Stored(ConversationId id, List<Range> ranges) {}

  private static Map<FeedId, LockedFeed> known(
      Map<FeedId, LockedFeed> locked, StoreDirect request) {
    if (!LockedFeed.lives(locked.get(FeedId.of(request.opener())))) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    if (!LockedFeed.lives(locked.get(FeedId.of(request.other())))) {
      throw BusFailure.of(FailureCode.NOT_REACHABLE);
    }
    return locked;
  }

  private static Future<ConversationId> found(SqlConnection tx, Pair pair) {
    return tx.preparedQuery(FIND)
        .execute(pair.key())
        .map(
            rows ->
                rows.size() == 0 ? null : new ConversationId(rows.iterator().next().getUUID("id")));
  }

  private Future<Stored> store(
      SqlConnection tx,
      StoreDirect request,
      Pair pair,
      Map<FeedId, LockedFeed> locked,
      ConversationId found) {
    if (found != null) {
      return Future.succeededFuture(new Stored(found, List.of()));
    }
    ConversationId id = new ConversationId(UUID.randomUUID());
    return tx.preparedQuery(BLOCKED)
        .execute(pair.key())
        .map(rows -> unless(rows.size() > 0))
        .compose(free -> tx.preparedQuery(JOINED).execute(pair.key()))
        .compose(rows -> create(tx, request, id, rows))
        .compose(created -> fill(tx, request, pair, id))
        .compose(filled -> members(tx, pair, id, locked))
        .map(ranges -> new Stored(id, ranges));
  }

  private static Void unless(boolean blocked) {
    if (blocked) {
      throw BusFailure.of(FailureCode.NOT_REACHABLE);
    }
    return null;
  }

  private Future<Boolean> create(
      SqlConnection tx, StoreDirect request, ConversationId id, RowSet<Row> joined) {
    for (Row row : joined) {
      if (row.getLong("joined") >= maxConversations) {
        boolean opener = row.getUUID("account").equals(request.opener().value());
        throw BusFailure.of(opener ? FailureCode.TOO_MANY : FailureCode.NOT_REACHABLE);
      }
    }
    return Feeds.create(tx, FeedId.of(id));
  }

  private static Future<?> fill(
      SqlConnection tx, StoreDirect request, Pair pair, ConversationId id) {
    Tuple row =
        Tuple.of(id.value(), pair.lower().value(), pair.upper().value(), request.opener().value());
    return tx.preparedQuery(INSERT).execute(row);
  }

  private static Future<List<Range>> members(
      SqlConnection tx, Pair pair, ConversationId id, Map<FeedId, LockedFeed> locked) {
    return member(tx, id, pair.lower(), 2, locked)
        .compose(
            lower ->
                member(tx, id, pair.upper(), 3, locked)
                    .map(upper -> List.of(announced(id, pair), lower, upper)))
        .compose(ranges -> Feeds.move(tx, moves(ranges)).map(ranges));
  }

  private static Future<Range> member(
      SqlConnection tx,
      ConversationId id,
      UserId account,
      long changed,
      Map<FeedId, LockedFeed> locked) {
    return MemberRows.begin(tx, id, Role.MEMBER, changed, 0, locked.get(FeedId.of(account)));
  }

  private static Range announced(ConversationId id, Pair pair) {
    return new Range(
        FeedId.of(id),
        0,
        3,
        List.of(
            new ConversationItem(
                1, ConversationKind.DIRECT, null, null, 2, pair.both(), Policy.OPEN),
            MemberRows.item(2, pair.lower(), MemberState.JOINED, Role.MEMBER),
            MemberRows.item(3, pair.upper(), MemberState.JOINED, Role.MEMBER)));
  }

  private static List<Feeds.Move> moves(List<Range> ranges) {
    return ranges.stream()
        .map(range -> new Feeds.Move(range.feed(), range.through(), false))
        .toList();
  }
}
