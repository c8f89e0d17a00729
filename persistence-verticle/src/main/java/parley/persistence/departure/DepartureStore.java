package parley.persistence.departure;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.Deadline;
import parley.contract.FailureCode;
import parley.contract.feed.FeedId;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.relation.ChangeRelations;
import parley.contract.relation.RelationState;
import parley.contract.relation.RelationStep;
import parley.persistence.conversation.Closing;
import parley.persistence.feed.Feeds;
import parley.persistence.feed.Labels;
import parley.persistence.feed.LockedFeed;
import parley.persistence.pg.Database;
import parley.persistence.relation.RelationStore;

/**
 * The steps by which a deleted account leaves everything and everybody. Each is a transaction of
 * its own and may be repeated; its changes are told by the beacon.
 */
final class DepartureStore {
  private static final String WAITING =
      "select account from account_deletion order by asked_at, account limit $1";

  private static final String MEMBERSHIPS =
      """
      select m.conversation, s.account as successor
      from member m join conversation c on c.id = m.conversation
      left join lateral (
        select o.account from member o join account a on a.id = o.account
        where o.conversation = m.conversation and o.account <> m.account and o.state = 'joined'
          and a.deleted_at is null
          and m.role = 'owner' and c.kind <> 'direct'
          and not exists (
            select 1 from member w where w.conversation = m.conversation
              and w.account <> m.account and w.state = 'joined' and w.role = 'owner')
        order by o.role <> 'moderator', o.joined_at, o.account limit 1
      ) s on true
      where m.account = $1 and m.state = 'joined'
      order by m.conversation limit $2
      """;

  private static final String RELATIONS =
      """
      select other, state, blocked from relation
      where account = $1 and (state <> 'none' or blocked) order by other limit $2
      """;

  /**
   * Where it would still be the only owner beside somebody who was not deleted, nothing is done: it
   * is asked anew.
   */
  private static final String LEAVE =
      """
      update member m set state = 'left', role = 'member', changed = $3, user_changed = $4
      where m.conversation = $1 and m.account = $2 and m.state = 'joined'
        and (m.role <> 'owner' or $5::uuid is not null
          or exists (select 1 from conversation c where c.id = $1 and c.kind = 'direct')
          or not exists (
            select 1 from member o join account a on a.id = o.account
            where o.conversation = $1 and o.account <> $2 and o.state = 'joined'
              and a.deleted_at is null)
          or exists (
            select 1 from member o where o.conversation = $1 and o.account <> $2
              and o.state = 'joined' and o.role = 'owner'))
      """;

  private static final String PROMOTE =
      """
      update member set role = 'owner', changed = $3, user_changed = $4
      where conversation = $1 and account = $2 and state = 'joined' and role <> 'owner'
      """;

  private static final String COUNT =
      "update conversation set member_count = member_count - 1, changed = $2 where id = $1";

  // Whatever was under way when the account was deleted is over by then.
  private static final String FINISH =
      """
      with finished as (
        delete from account_deletion
        where account = $1 and asked_at < clock_timestamp() - $2::bigint * interval '1 millisecond'
          and not exists (select 1 from member where account = $1 and state = 'joined')
          and not exists (
            select 1 from relation where account = $1 and (state <> 'none' or blocked))
        returning account
      )
      delete from relation where account in (select account from finished)
      """;

  private final Database database;
  private final RelationStore relations;
  private final Duration longest;

  /**
   * @param longest how long a transaction may take
   */
  DepartureStore(Database database, Duration longest) {
    this.database = database;
    this.relations = new RelationStore(database);
    this.longest = longest;
  }

  /** A membership that is to end, and who becomes the owner in its place; null for nobody. */
  record Departure(ConversationId conversation, UserId account, UserId successor) {}

  /** Accounts that are not through yet, who waits longest first. */
  Future<List<UserId>> waiting(int limit) {
    return database
        .query(WAITING, Tuple.of(limit), Deadline.in(longest))
        .map(
            rows -> {
              List<UserId> accounts = new ArrayList<>();
              rows.forEach(row -> accounts.add(new UserId(row.getUUID("account"))));
              return accounts;
            });
  }

  /** Some memberships that are left. */
  Future<List<Departure>> departures(UserId account, int limit) {
    return database
        .query(MEMBERSHIPS, Tuple.of(account.value(), limit), Deadline.in(longest))
        .map(rows -> departures(account, rows));
  }

  private static List<Departure> departures(UserId account, RowSet<Row> rows) {
    List<Departure> departures = new ArrayList<>();
    for (Row row : rows) {
      UUID successor = row.getUUID("successor");
      departures.add(
          new Departure(
              new ConversationId(row.getUUID("conversation")),
              account,
              successor == null ? null : new UserId(successor)));
    }
    return departures;
  }

  /** The steps that end some of what is left between the account and others. */
  Future<List<ChangeRelations>> partings(UserId account, int limit) {
    return database
        .query(RELATIONS, Tuple.of(account.value(), limit), Deadline.in(longest))
        .map(
            rows -> {
              List<ChangeRelations> partings = new ArrayList<>();
              rows.forEach(row -> partings.add(parting(account, row)));
              return partings;
            });
  }

  private static ChangeRelations parting(UserId account, Row row) {
    RelationStep step =
        row.getBoolean("blocked")
            ? RelationStep.UNBLOCK
            : switch (Labels.read(RelationState.class, row.getString("state"))) {
              case FRIENDS -> RelationStep.END;
              case INCOMING -> RelationStep.DECLINE;
              case OUTGOING, NONE -> RelationStep.CANCEL;
            };
    return new ChangeRelations(account, new UserId(row.getUUID("other")), step);
  }

  /** Takes such a step. */
  Future<Void> part(ChangeRelations parting) {
    Caller caller = Caller.process(UUID.randomUUID().toString(), longest);
    return passed(relations.change(parting, caller).mapEmpty());
  }

  /** Ends a membership, unless it is over or the successor does not belong there any more. */
  Future<Void> depart(Departure departure) {
    return passed(database.transaction(Deadline.in(longest), tx -> depart(tx, departure)));
  }

  /** What somebody else changed meanwhile is looked at anew. */
  private static Future<Void> passed(Future<Void> step) {
    return step.recover(
        cause ->
            BusFailure.is(cause, FailureCode.STALE)
                ? Future.succeededFuture()
                : Future.failedFuture(cause));
  }

  private static Future<Void> depart(SqlConnection tx, Departure departure) {
    List<FeedId> feeds = new ArrayList<>();
    feeds.add(FeedId.of(departure.conversation()));
    feeds.add(FeedId.of(departure.account()));
    if (departure.successor() != null) {
      feeds.add(FeedId.of(departure.successor()));
    }
    return Feeds.lock(tx, feeds)
        .compose(
            locked ->
                promote(tx, departure, locked)
                    .compose(promoted -> leave(tx, departure, locked, promoted)));
  }

  /** Takes the number behind the departure; false if there is nobody to promote. */
  private static Future<Boolean> promote(
      SqlConnection tx, Departure departure, Map<FeedId, LockedFeed> locked) {
    UserId successor = departure.successor();
    if (successor == null || !LockedFeed.lives(locked.get(FeedId.of(successor)))) {
      return Future.succeededFuture(false);
    }
    LockedFeed conversation = locked.get(FeedId.of(departure.conversation()));
    LockedFeed user = locked.get(FeedId.of(successor));
    Tuple row =
        Tuple.of(
            departure.conversation().value(),
            successor.value(),
            conversation.head() + 2,
            user.head() + 1);
    return tx.preparedQuery(PROMOTE).execute(row).map(promoted -> promoted.rowCount() == 1);
  }

  // Who promotes somebody and then stays would leave numbers without a change: both or neither.
  private static Future<Void> leave(
      SqlConnection tx, Departure departure, Map<FeedId, LockedFeed> locked, boolean promoted) {
    LockedFeed conversation = locked.get(FeedId.of(departure.conversation()));
    LockedFeed user = locked.get(FeedId.of(departure.account()));
    Tuple row =
        Tuple.of(
                departure.conversation().value(),
                departure.account().value(),
                conversation.head() + 1,
                user.head() + 1)
            .addUUID(promoted ? departure.successor().value() : null);
    return tx.preparedQuery(LEAVE)
        .execute(row)
        .compose(
            left ->
                left.rowCount() == 1 ? move(tx, departure, locked, promoted) : undone(promoted));
  }

  private static Future<Void> undone(boolean promoted) {
    return promoted
        ? Future.failedFuture(BusFailure.of(FailureCode.STALE))
        : Future.succeededFuture();
  }

  private static Future<Void> move(
      SqlConnection tx, Departure departure, Map<FeedId, LockedFeed> locked, boolean promoted) {
    LockedFeed conversation = locked.get(FeedId.of(departure.conversation()));
    LockedFeed user = locked.get(FeedId.of(departure.account()));
    long last = conversation.head() + (promoted ? 3 : 2);
    List<Feeds.Move> moves = new ArrayList<>();
    moves.add(new Feeds.Move(conversation.id(), last, true));
    moves.add(new Feeds.Move(user.id(), user.head() + 1, false));
    if (promoted) {
      LockedFeed successor = locked.get(FeedId.of(departure.successor()));
      moves.add(new Feeds.Move(successor.id(), successor.head() + 1, false));
    }
    return tx.preparedQuery(COUNT)
        .execute(Tuple.of(departure.conversation().value(), last))
        .compose(counted -> Closing.ifEmpty(tx, departure.conversation()))
        .compose(closed -> Feeds.move(tx, moves));
  }

  /**
   * Ends the account's deletion if nothing is left and what was under way is over, and forgets whom
   * it knew.
   */
  Future<Void> finish(UserId account) {
    return database
        .query(
            FINISH,
            Tuple.of(account.value(), longest.multipliedBy(2).toMillis()),
            Deadline.in(longest))
        .mapEmpty();
  }
}
