package parley.persistence.conversation;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.conversation.ChangeConversation;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.Policy;
import parley.contract.conversation.StoreAttributes;
import parley.contract.feed.FeedId;
import parley.contract.feed.Range;
import parley.persistence.feed.Feeds;
import parley.persistence.feed.Labels;
import parley.persistence.feed.LockedFeed;
import parley.persistence.pg.Database;

/** Sets the attributes of a conversation, in its feed, or changes nothing. */
public final class AttributesStore {
  private static final String UNIQUE_NAME = "conversation_room_name";

  private static final String WRITE =
      """
      update conversation set name = $2, name_key = $3, words = array_to_tsvector($4::text[]),
        topic = $5, writers = $6, slow_seconds = $7, history = $8, changed = $9
      where id = $1
      """;

  private final Database database;

  public AttributesStore(Database database) {
    this.database = database;
  }

  /**
   * Sets all of them. What is so already changes nothing, on whatever policy version it was
   * decided. Another policy voids decisions taken before. {@code NAME_TAKEN} if another room is
   * called so.
   */
  public Future<ConversationChanged> change(StoreAttributes request, Caller caller) {
    return database.transaction(
        caller.deadline(),
        tx ->
            change(tx, request)
                .compose(
                    ranges ->
                        Summaries.changed(
                            tx, request.change().conversation(), request.account(), ranges)));
  }

  private static Future<List<Range>> change(SqlConnection tx, StoreAttributes request) {
    FeedId feed = FeedId.of(request.change().conversation());
    return Feeds.lock(tx, List.of(feed))
        .compose(
            locked ->
                Attributes.read(tx, request.change().conversation())
                    .compose(now -> change(tx, request, locked.get(feed), now)));
  }

  private static Future<List<Range>> change(
      SqlConnection tx, StoreAttributes request, LockedFeed feed, Attributes now) {
    Attributes wanted = now.as(request.change());
    if (wanted.equals(now)) {
      return Future.succeededFuture(List.of());
    }
    if (request.policyVersion() != feed.policyVersion()) {
      throw BusFailure.of(FailureCode.STALE);
    }
    Range range = MemberRows.range(feed, wanted.item(feed.head() + 1, 0));
    boolean voids = !wanted.policy().equals(now.policy());
    return tx.preparedQuery(WRITE)
        .execute(row(request, range.through()))
        .recover(AttributesStore::nameTaken)
        .compose(done -> Feeds.move(tx, List.of(new Feeds.Move(feed.id(), range.through(), voids))))
        .map(List.of(range));
  }

  private static Future<RowSet<Row>> nameTaken(Throwable cause) {
    boolean taken =
        cause instanceof PgException refused && UNIQUE_NAME.equals(refused.getConstraint());
    return Future.failedFuture(taken ? BusFailure.of(FailureCode.NAME_TAKEN) : cause);
  }

  private static Tuple row(StoreAttributes request, long changed) {
    ChangeConversation change = request.change();
    Policy policy = change.policy();
    String[] words =
        request.nameKey() == null ? null : RoomWords.of(change.name()).toArray(String[]::new);
    return Tuple.tuple()
        .addUUID(change.conversation().value())
        .addString(change.name())
        .addString(request.nameKey())
        .addArrayOfString(words)
        .addString(change.topic())
        .addString(Labels.of(policy.writers()))
        .addInteger(policy.slowSeconds())
        .addString(Labels.of(policy.history()))
        .addLong(changed);
  }
}
