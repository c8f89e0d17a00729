package parley.persistence.conversation;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import parley.contract.id.ConversationId;

/**
 * Closes what nobody belongs to any more, for ever: it leaves the directory, its name is free and
 * its links are gone. What was written stays stored.
 */
public final class Closing {
  private static final String CLOSE =
      """
      with closed as (
        update conversation set closed_at = clock_timestamp()
        where id = $1 and kind <> 'direct' and member_count = 0 and closed_at is null
        returning id
      )
      delete from conversation_link where conversation in (select id from closed)
      """;

  private Closing() {}

  /** Within a transaction that holds the feed locked and has ended a membership. */
  public static Future<Void> ifEmpty(SqlConnection tx, ConversationId conversation) {
    return tx.preparedQuery(CLOSE).execute(Tuple.of(conversation.value())).mapEmpty();
  }
}
