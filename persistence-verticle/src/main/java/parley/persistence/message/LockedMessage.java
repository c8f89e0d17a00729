package parley.persistence.message;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.Json;
import parley.contract.feed.FeedId;
import parley.contract.feed.MessageItem;
import parley.contract.id.ConversationId;
import parley.contract.message.Content;
import parley.contract.message.DeletedContent;
import parley.contract.message.MessageStored;
import parley.contract.message.Reaction;
import parley.persistence.feed.Feeds;
import parley.persistence.feed.Items;
import parley.persistence.feed.LockedFeed;

/**
 * A message whose feed is locked until the transaction ends: nobody else changes it meanwhile, and
 * the next number of the feed is this transaction's to give.
 */
record LockedMessage(LockedFeed feed, MessageItem message) {
  private static final String READ =
      "select "
          + Items.MESSAGE
          + " from message where conversation = $1 and posted = $2 and posted >= $3";

  private static final String WRITE =
      """
      update message set content = $3::text::jsonb, changed = $4,
        edited_at = case when $5 then greatest(clock_timestamp(), stored_at) end,
        reactions = case when $5 then reactions end
      where conversation = $1 and posted = $2
      returning\s"""
          + Items.MESSAGE;

  private static final String COUNT =
      """
      update message set changed = $3, reactions = (
        select jsonb_agg(
          jsonb_build_object('emoji', emoji, 'count', times, 'accounts', named) order by first)
        from (
          select emoji, count(*) as times, min(number) as first,
            (array_agg(account order by number))[1:$4] as named
          from reaction where conversation = $1 and posted = $2 group by emoji
        ) r)
      where conversation = $1 and posted = $2
      returning\s"""
          + Items.MESSAGE;

  /** The message as it stands; {@code NOT_FOUND} for an unknown one or one before that number. */
  static Future<LockedMessage> of(
      SqlConnection tx, ConversationId conversation, long posted, long visibleFrom) {
    FeedId feed = FeedId.of(conversation);
    return Feeds.lockOnly(tx, List.of(feed))
        .compose(
            locked ->
                tx.preparedQuery(READ)
                    .execute(Tuple.of(feed.value(), posted, visibleFrom))
                    .map(rows -> new LockedMessage(locked.get(feed), found(rows))));
  }

  private static MessageItem found(RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    return Items.message(rows.iterator().next());
  }

  boolean deleted() {
    return message.content() instanceof DeletedContent;
  }

  /** {@code STALE} unless decisions on that version still count. */
  void requirePolicy(long version) {
    if (version != feed.policyVersion()) {
      throw BusFailure.of(FailureCode.STALE);
    }
  }

  Future<MessageStored> unchanged() {
    return Future.succeededFuture(new MessageStored(message, false));
  }

  /** Gives it another content under the feed's next number; a deleted message was never edited. */
  Future<MessageStored> become(SqlConnection tx, Content content) {
    boolean edited = !(content instanceof DeletedContent);
    long number = feed.head() + 1;
    Tuple row = Tuple.of(feed.id().value(), message.posted(), Json.encode(content), number, edited);
    return moved(tx, tx.preparedQuery(WRITE).execute(row), number);
  }

  /** Tells its reactions as the table has them, under the feed's next number. */
  Future<MessageStored> count(SqlConnection tx) {
    long number = feed.head() + 1;
    Tuple row = Tuple.of(feed.id().value(), message.posted(), number, Reaction.MAX_NAMED);
    return moved(tx, tx.preparedQuery(COUNT).execute(row), number);
  }

  private Future<MessageStored> moved(SqlConnection tx, Future<RowSet<Row>> written, long number) {
    return written
        .map(LockedMessage::found)
        .compose(
            now ->
                Feeds.move(tx, List.of(new Feeds.Move(feed.id(), number, false)))
                    .map(new MessageStored(now, true)));
  }
}
