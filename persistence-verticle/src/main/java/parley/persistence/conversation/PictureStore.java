package parley.persistence.conversation;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.conversation.ChangePicture;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.StorePicture;
import parley.contract.feed.FeedId;
import parley.contract.feed.Range;
import parley.persistence.feed.Feeds;
import parley.persistence.feed.LockedFeed;
import parley.persistence.pg.Database;
import parley.persistence.picture.PictureTable;

/** Pictures of rooms and groups, each a change in the conversation's feed. */
public final class PictureStore {
  private static final String WRITE =
      "update conversation set avatar = $2, changed = $3 where id = $1";

  private final Database database;

  public PictureStore(Database database) {
    this.database = database;
  }

  /**
   * Replaces the picture, or takes it away. The one that is there already changes nothing, on
   * whatever policy version it was decided.
   */
  public Future<ConversationChanged> change(StorePicture request, Caller caller) {
    return database.transaction(
        caller.deadline(),
        tx ->
            change(tx, request)
                .compose(
                    ranges ->
                        Summaries.changed(
                            tx, request.change().conversation(), request.account(), ranges)));
  }

  private static Future<List<Range>> change(SqlConnection tx, StorePicture request) {
    FeedId feed = FeedId.of(request.change().conversation());
    return Feeds.lock(tx, List.of(feed))
        .compose(
            locked ->
                Attributes.read(tx, request.change().conversation())
                    .compose(now -> change(tx, request, locked.get(feed), now)));
  }

  private static Future<List<Range>> change(
      SqlConnection tx, StorePicture request, LockedFeed feed, Attributes now) {
    ChangePicture change = request.change();
    Attributes wanted = now.withAvatar(change.hash());
    if (wanted.equals(now)) {
      return Future.succeededFuture(List.of());
    }
    if (request.policyVersion() != feed.policyVersion()) {
      throw BusFailure.of(FailureCode.STALE);
    }
    UUID id = change.conversation().value();
    Range range = MemberRows.range(feed, wanted.item(feed.head() + 1, 0));
    return tx.preparedQuery(WRITE)
        .execute(Tuple.of(id, change.hash(), range.through()))
        .compose(done -> PictureTable.CONVERSATION.replace(tx, id, change.avatar()))
        .compose(kept -> Feeds.move(tx, List.of(new Feeds.Move(feed.id(), range.through(), false))))
        .map(List.of(range));
  }
}
