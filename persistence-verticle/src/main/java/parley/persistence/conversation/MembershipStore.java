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
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.feed.FeedId;
import parley.contract.feed.Range;
import parley.persistence.feed.Feeds;
import parley.persistence.feed.LockedFeed;
import parley.persistence.pg.Database;

/** Begins and ends memberships: in the conversation's feed and in the account's, or in neither. */
public final class MembershipStore {
  private static final String ATTRIBUTES =
      "update conversation set member_count = member_count + $2, changed = $3 where id = $1";

  private final Database database;
  private final int maxConversations;

  /**
   * @param maxConversations the most that one account may belong to
   */
  public MembershipStore(Database database, int maxConversations) {
    this.database = database;
    this.maxConversations = maxConversations;
  }

  /**
   * Makes the account a member, or not one. What is so already changes nothing, on whatever policy
   * version it was decided. The end of a membership voids decisions taken before it.
   */
  public Future<ConversationChanged> change(ChangeMembership request, Caller caller) {
    return database.transaction(caller.deadline(), tx -> change(tx, request));
  }

  private Future<ConversationChanged> change(SqlConnection tx, ChangeMembership request) {
    FeedId conversation = FeedId.of(request.conversation());
    FeedId user = FeedId.of(request.account());
    return Feeds.lock(tx, List.of(conversation, user))
        .map(locked -> new Locked(one(locked, conversation), one(locked, user)))
        .compose(locked -> change(tx, request, locked));
  }

  private record Locked(LockedFeed conversation, LockedFeed user) {}

  private Future<ConversationChanged> change(
      SqlConnection tx, ChangeMembership request, Locked locked) {
    return tx.preparedQuery(Seat.READ)
        .execute(Tuple.of(request.conversation().value(), request.account().value()))
        .map(rows -> seat(request, rows))
        .compose(seat -> change(tx, request, locked, seat))
        .compose(
            ranges -> Summaries.changed(tx, request.conversation(), request.account(), ranges));
  }

  private Future<List<Range>> change(
      SqlConnection tx, ChangeMembership request, Locked locked, Seat seat) {
    MembershipStep step = MembershipStep.between(seat.state(), request.state());
    if (step == MembershipStep.NOTHING) {
      return Future.succeededFuture(List.of());
    }
    if (request.policyVersion() != locked.conversation().policyVersion()) {
      throw BusFailure.of(FailureCode.STALE);
    }
    if (step == MembershipStep.BEGIN && seat.joined() >= maxConversations) {
      throw BusFailure.of(FailureCode.TOO_MANY);
    }
    return write(tx, request.state(), locked, seat, step);
  }

  private static Future<List<Range>> write(
      SqlConnection tx, MemberState state, Locked locked, Seat seat, MembershipStep step) {
    LockedFeed feed = locked.conversation();
    long changed = feed.head() + 1;
    long growth = seat.growth(step);
    Range announced =
        MemberRows.range(
            feed,
            MemberRows.item(changed, seat.account(), state, Role.MEMBER),
            seat.item(changed + 1, growth));
    return tx.preparedQuery(ATTRIBUTES)
        .execute(Tuple.of(seat.conversation().value(), growth, changed + 1))
        .compose(done -> member(tx, state, locked, seat, step))
        .map(own -> List.of(announced, own))
        .compose(ranges -> move(tx, ranges, step));
  }

  private static Future<Range> member(
      SqlConnection tx, MemberState state, Locked locked, Seat seat, MembershipStep step) {
    LockedFeed feed = locked.conversation();
    long changed = feed.head() + 1;
    return step == MembershipStep.BEGIN
        ? MemberRows.begin(
            tx, seat.conversation(), Role.MEMBER, changed, feed.ordinal(), locked.user())
        : MemberRows.end(tx, seat.conversation(), state, changed, locked.user());
  }

  private static Future<List<Range>> move(
      SqlConnection tx, List<Range> ranges, MembershipStep step) {
    Range conversation = ranges.get(0);
    Range user = ranges.get(1);
    return Feeds.move(
            tx,
            List.of(
                new Feeds.Move(
                    conversation.feed(), conversation.through(), step == MembershipStep.END),
                new Feeds.Move(user.feed(), user.through(), false)))
        .map(ranges);
  }

  private static Seat seat(ChangeMembership request, RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    return Seat.of(request.conversation(), request.account(), rows.iterator().next());
  }

  private static LockedFeed one(Map<FeedId, LockedFeed> locked, FeedId feed) {
    LockedFeed found = locked.get(feed);
    if (found == null) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    return found;
  }
}
