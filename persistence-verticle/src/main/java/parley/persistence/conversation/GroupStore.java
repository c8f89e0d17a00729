package parley.persistence.conversation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Policy;
import parley.contract.conversation.Role;
import parley.contract.conversation.StoreGroup;
import parley.contract.feed.ConversationItem;
import parley.contract.feed.FeedId;
import parley.contract.feed.Item;
import parley.contract.feed.Range;
import parley.contract.id.UserId;
import parley.persistence.feed.Feeds;
import parley.persistence.feed.LockedFeed;
import parley.persistence.pg.Database;

/** Stores new groups: feed, attributes and all first memberships, or none of it. */
public final class GroupStore {
  private static final String JOINED =
      """
      select account, count(*) as joined from member
      where account = any($1) and state = 'joined' group by account
      """;

  private static final String OWN =
      "select 1 from conversation where id = $1 and kind = 'group' and created_by = $2";

  private static final String INSERT =
      """
      insert into conversation (id, kind, name, topic, created_by, member_count, changed)
      values ($1, 'group', $2, $3, $4, $5, 1)
      """;

  private final Database database;
  private final int maxConversations;

  /**
   * @param maxConversations the most that one account may belong to
   */
  public GroupStore(Database database, int maxConversations) {
    this.database = database;
    this.maxConversations = maxConversations;
  }

  /**
   * Stores a group, its owner and its members. A repeat by the same creator changes nothing,
   * whatever it carries; an id that is in use otherwise is {@code FORBIDDEN}. {@code NOT_REACHABLE}
   * if somebody does not exist or belongs to as many conversations as one may; {@code TOO_MANY} if
   * the creator does.
   */
  public Future<ConversationChanged> store(StoreGroup request, Caller caller) {
    return database.transaction(
        caller.deadline(),
        tx ->
            store(tx, request)
                .compose(
                    ranges ->
                        Summaries.changed(tx, request.conversation(), request.creator(), ranges)));
  }

  // All accounts' feeds first, in the order of ids, then the new one.
  private Future<List<Range>> store(SqlConnection tx, StoreGroup request) {
    List<UserId> people =
        Stream.concat(Stream.of(request.creator()), request.members().stream()).toList();
    return Feeds.lock(tx, people.stream().map(FeedId::of).toList())
        .compose(
            locked ->
                Feeds.create(tx, FeedId.of(request.conversation()))
                    .compose(
                        created ->
                            created ? fill(tx, request, people, locked) : repeat(tx, request)));
  }

  private static Future<List<Range>> repeat(SqlConnection tx, StoreGroup request) {
    return tx.preparedQuery(OWN)
        .execute(Tuple.of(request.conversation().value(), request.creator().value()))
        .map(rows -> unless(rows.size() == 0, FailureCode.FORBIDDEN));
  }

  private Future<List<Range>> fill(
      SqlConnection tx, StoreGroup request, List<UserId> people, Map<FeedId, LockedFeed> locked) {
    unless(!LockedFeed.lives(locked.get(FeedId.of(request.creator()))), FailureCode.FORBIDDEN);
    unless(
        locked.size() < people.size() || locked.values().stream().anyMatch(LockedFeed::deleted),
        FailureCode.NOT_REACHABLE);
    UUID[] accounts = people.stream().map(UserId::value).toArray(UUID[]::new);
    return tx.preparedQuery(JOINED)
        .execute(Tuple.of((Object) accounts))
        .map(rows -> admitted(rows, request))
        .compose(done -> tx.preparedQuery(INSERT).execute(row(request)))
        .compose(done -> members(tx, request, people, locked))
        .map(own -> ranges(request, people, own))
        .compose(ranges -> Feeds.move(tx, moves(ranges)).map(ranges));
  }

  private List<Range> admitted(RowSet<Row> rows, StoreGroup request) {
    for (Row row : rows) {
      boolean creator = row.getUUID("account").equals(request.creator().value());
      unless(
          row.getLong("joined") >= maxConversations,
          creator ? FailureCode.TOO_MANY : FailureCode.NOT_REACHABLE);
    }
    return List.of();
  }

  private static Future<List<Range>> members(
      SqlConnection tx, StoreGroup request, List<UserId> people, Map<FeedId, LockedFeed> locked) {
    List<Future<Range>> begun = new ArrayList<>();
    for (UserId account : people) {
      LockedFeed user = locked.get(FeedId.of(account));
      long changed = begun.size() + 2;
      Role role = begun.isEmpty() ? Role.OWNER : Role.MEMBER;
      begun.add(MemberRows.begin(tx, request.conversation(), role, changed, 0, user));
    }
    return Future.all(begun).map(all -> all.list());
  }

  private static List<Range> ranges(StoreGroup request, List<UserId> people, List<Range> own) {
    List<Item> items = new ArrayList<>();
    items.add(
        new ConversationItem(
            1,
            ConversationKind.GROUP,
            request.name(),
            request.topic(),
            people.size(),
            null,
            Policy.OPEN));
    for (UserId account : people) {
      Role role = items.size() == 1 ? Role.OWNER : Role.MEMBER;
      items.add(MemberRows.item(items.size() + 1, account, MemberState.JOINED, role));
    }
    List<Range> ranges = new ArrayList<>();
    ranges.add(new Range(FeedId.of(request.conversation()), 0, items.size(), items));
    ranges.addAll(own);
    return List.copyOf(ranges);
  }

  private static List<Feeds.Move> moves(List<Range> ranges) {
    return ranges.stream()
        .map(range -> new Feeds.Move(range.feed(), range.through(), false))
        .toList();
  }

  private static Tuple row(StoreGroup request) {
    return Tuple.of(
        request.conversation().value(),
        request.name(),
        request.topic(),
        request.creator().value(),
        request.members().size() + 1L);
  }

  /** Nothing to announce, unless it is refused. */
  private static List<Range> unless(boolean refused, FailureCode code) {
    if (refused) {
      throw BusFailure.of(code);
    }
    return List.of();
  }
}
