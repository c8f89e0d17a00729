package parley.persistence.relation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.feed.FeedId;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.relation.ChangeRelations;
import parley.contract.relation.RelationStep;
import parley.contract.relation.RelationsChanged;
import parley.persistence.feed.Feeds;
import parley.persistence.feed.LockedFeed;
import parley.persistence.pg.Database;

/** Takes steps between people: in the feeds of both, or in neither. */
public final class RelationStore {
  private static final String DIRECT =
      """
      select id from conversation
      where kind = 'direct' and lower_account = least($1::uuid, $2) and upper_account = greatest($1::uuid, $2)
      """;

  private final Database database;

  public RelationStore(Database database) {
    this.database = database;
  }

  /**
   * Takes the step; what is so already changes nothing. The end of a friendship and a block void
   * decisions on the conversation of the two that were taken before it. {@code NOT_REACHABLE} for
   * requests that the other does not let through and for who does not exist, or not any more,
   * {@code NOT_FOUND} if there is no request to accept, {@code STALE} if the conversation came to
   * be meanwhile.
   */
  public Future<RelationsChanged> change(ChangeRelations request, Caller caller) {
    return database.transaction(caller.deadline(), tx -> change(tx, request));
  }

  // The conversation is looked for before the locks, which are taken in one step; it is made under
  // the locks of both accounts, so a second look tells whether it is still the one.
  private static Future<RelationsChanged> change(SqlConnection tx, ChangeRelations request) {
    Set<UserId> others = new LinkedHashSet<>(request.others());
    return direct(tx, request)
        .compose(
            direct ->
                Feeds.lock(tx, feeds(request, others, direct))
                    .compose(locked -> unchanged(tx, request, direct).map(locked))
                    .compose(locked -> change(tx, request, others, locked, direct)));
  }

  private static boolean mayPart(ChangeRelations request) {
    return request.step() == RelationStep.END || request.step() == RelationStep.BLOCK;
  }

  private static Future<ConversationId> direct(SqlConnection tx, ChangeRelations request) {
    if (!mayPart(request)) {
      return Future.succeededFuture();
    }
    Tuple pair = Tuple.of(request.account().value(), request.others().get(0).value());
    return tx.preparedQuery(DIRECT)
        .execute(pair)
        .map(rows -> rows.size() == 0 ? null : new ConversationId(first(rows).getUUID("id")));
  }

  private static Future<Void> unchanged(
      SqlConnection tx, ChangeRelations request, ConversationId direct) {
    return direct != null
        ? Future.succeededFuture()
        : direct(tx, request).map(now -> unless(now != null, FailureCode.STALE));
  }

  private static List<FeedId> feeds(
      ChangeRelations request, Collection<UserId> others, ConversationId direct) {
    Stream<FeedId> people =
        Stream.concat(Stream.of(request.account()), others.stream()).map(FeedId::of);
    return Stream.concat(people, Stream.ofNullable(direct).map(FeedId::of)).distinct().toList();
  }

  private static Future<RelationsChanged> change(
      SqlConnection tx,
      ChangeRelations request,
      Set<UserId> others,
      Map<FeedId, LockedFeed> locked,
      ConversationId direct) {
    LockedFeed own = locked.get(FeedId.of(request.account()));
    unless(own == null || (own.deleted() && begins(request)), FailureCode.FORBIDDEN);
    Outcome outcome = new Outcome(request.account(), locked);
    UUID[] known =
        others.stream()
            .filter(other -> isKnown(request, other, locked, outcome))
            .map(UserId::value)
            .toArray(UUID[]::new);
    return counts(tx, request)
        .compose(
            counts ->
                tx.preparedQuery(RelationRows.READ)
                    .execute(Tuple.of(request.account().value()).addValue(known))
                    .map(rows -> take(request, rows, counts, outcome)))
        .compose(taken -> store(tx, outcome, locked, direct))
        .map(stored -> outcome.changed());
  }

  /** Steps after which there is more between two than before; the others end something. */
  private static boolean begins(ChangeRelations request) {
    return switch (request.step()) {
      case REQUEST, ACCEPT, BLOCK -> true;
      case DECLINE, CANCEL, END, UNBLOCK -> false;
    };
  }

  /** Whom nobody knows nobody has asked, blocked or befriended: only steps that begin need one. */
  private static boolean isKnown(
      ChangeRelations request, UserId other, Map<FeedId, LockedFeed> locked, Outcome outcome) {
    LockedFeed feed = locked.get(FeedId.of(other));
    boolean there = feed != null && !(feed.deleted() && begins(request));
    if (there && !other.equals(request.account())) {
      return true;
    }
    switch (request.step()) {
      case REQUEST, BLOCK -> throw BusFailure.of(FailureCode.NOT_REACHABLE);
      case ACCEPT -> throw BusFailure.of(FailureCode.NOT_FOUND);
      default -> outcome.unknown(other);
    }
    return false;
  }

  private static Future<Map<UserId, Counts>> counts(SqlConnection tx, ChangeRelations request) {
    if (request.step() != RelationStep.REQUEST && request.step() != RelationStep.BLOCK) {
      return Future.succeededFuture(Map.of());
    }
    UUID[] both = {request.account().value(), request.others().get(0).value()};
    return tx.preparedQuery(Counts.READ).execute(Tuple.of(both)).map(Counts::of);
  }

  private static Outcome take(
      ChangeRelations request, RowSet<Row> rows, Map<UserId, Counts> counts, Outcome outcome) {
    for (Row row : rows) {
      UserId other = new UserId(row.getUUID("other"));
      Sides before = RelationRows.sides(row);
      Sides after =
          Step.take(request.step(), before, request.note(), RelationRows.millis(row, "now"));
      Counts.requireRoom(counts, request.account(), before.mine(), after.mine());
      Counts.requireRoomOfOther(counts, other, before.theirs(), after.theirs());
      Long changed = row.getLong("m_user_changed");
      outcome.add(other, changed == null ? 0 : changed, before, after);
    }
    return outcome;
  }

  private static Future<Void> store(
      SqlConnection tx, Outcome outcome, Map<FeedId, LockedFeed> locked, ConversationId direct) {
    if (outcome.written().isEmpty()) {
      return Future.succeededFuture();
    }
    List<Feeds.Move> moves = new ArrayList<>();
    outcome
        .ranges()
        .forEach(range -> moves.add(new Feeds.Move(range.feed(), range.through(), false)));
    if (direct != null && outcome.parts()) {
      LockedFeed feed = locked.get(FeedId.of(direct));
      moves.add(new Feeds.Move(feed.id(), feed.head(), true));
    }
    return RelationRows.write(tx, outcome.written()).compose(done -> Feeds.move(tx, moves));
  }

  private static Row first(RowSet<Row> rows) {
    return rows.iterator().next();
  }

  private static Void unless(boolean refused, FailureCode code) {
    if (refused) {
      throw BusFailure.of(code);
    }
    return null;
  }
}
