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
import parley.contract.FailureCode;
import parley.contract.feed.FeedId;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.persistence.feed.Feeds;
import parley.persistence.feed.LockedFeed;

/**
 * A conversation and some accounts' places in it, all their feeds locked: what a change of
 * memberships rests on.
 *
 * @param owners how many owners there are
 * @param seats in the order in which the accounts were given
 */
record Hall(
    ConversationId id, LockedFeed feed, Attributes attributes, long owners, List<Seat> seats) {
  private static final String READ =
      "select "
          + Attributes.COLUMNS
          + """
          , m.state, m.role, m.visible_from,
            (select count(*) from member where account = a.account and state = 'joined') as joined,
            (select count(*) from member
              where conversation = c.id and role = 'owner' and state = 'joined') as owners
          from conversation c
          cross join unnest($2::uuid[]) with ordinality as a(account, nr)
          left join member m on m.conversation = c.id and m.account = a.account
          where c.id = $1
          order by a.nr
          """;

  /** Locks and reads; {@code NOT_FOUND} if the conversation or an account does not exist. */
  static Future<Hall> lock(SqlConnection tx, ConversationId id, List<UserId> accounts) {
    List<FeedId> feeds =
        Stream.concat(Stream.of(FeedId.of(id)), accounts.stream().map(FeedId::of)).toList();
    UUID[] wanted = accounts.stream().map(UserId::value).toArray(UUID[]::new);
    return Feeds.lock(tx, feeds)
        .map(locked -> known(locked, feeds))
        .compose(
            locked ->
                tx.preparedQuery(READ)
                    .execute(Tuple.of(id.value(), (Object) wanted))
                    .map(rows -> of(id, locked, accounts, rows)));
  }

  /** What these changes would leave behind. */
  Aftermath after(List<MembershipChange> changes) {
    return Aftermath.of(owners, attributes.memberCount(), changes);
  }

  private static Map<FeedId, LockedFeed> known(Map<FeedId, LockedFeed> locked, List<FeedId> feeds) {
    if (!locked.keySet().containsAll(feeds)) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    return locked;
  }

  private static Hall of(
      ConversationId id, Map<FeedId, LockedFeed> locked, List<UserId> accounts, RowSet<Row> rows) {
    Attributes attributes = null;
    long owners = 0;
    List<Seat> seats = new ArrayList<>();
    for (Row row : rows) {
      UserId account = accounts.get(seats.size());
      attributes = Attributes.of(row);
      owners = row.getLong("owners");
      seats.add(Seat.of(account, locked.get(FeedId.of(account)), row));
    }
    if (attributes == null) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    return new Hall(id, locked.get(FeedId.of(id)), attributes, owners, seats);
  }
}
