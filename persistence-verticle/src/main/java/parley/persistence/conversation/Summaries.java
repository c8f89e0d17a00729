package parley.persistence.conversation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.ConversationSummary;
import parley.contract.conversation.Role;
import parley.contract.feed.Range;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.persistence.feed.Items;
import parley.persistence.feed.Labels;

/** Conversations as their members see them in a list. */
final class Summaries {
  /** Of the conversation {@code c}, its feed {@code f}, the membership {@code m}. */
  static final String COLUMNS =
      """
      c.id, c.kind, c.name, c.topic, c.member_count, m.role, f.head as feed_head,
      f.ordinal as feed_ordinal, f.last_at, m.read_ordinal, c.lower_account, c.upper_account,
      c.writers, c.slow_seconds, c.history, c.avatar, m.visible_from,
      m.archived, m.hidden, m.favourite, m.alerts, m.muted_until
      """;

  /** Of the last message of a conversation that is for the member. */
  static final String LAST_MESSAGE =
      "select "
          + Items.MESSAGE
          + """
      from message where conversation = %1$s.id and posted >= %2$s.visible_from
      order by posted desc limit 1
      """;

  private static final String READ =
      "select "
          + COLUMNS
          + """
          , l.*
          from conversation c join feed f on f.id = c.id
          join member m on m.conversation = c.id and m.account = $2 and m.state = 'joined'
          left join lateral (
          """
          + LAST_MESSAGE.formatted("c", "m")
          + ") l on true where c.id = $1";

  private Summaries() {}

  /** The conversation as it stands within the transaction, with what has changed there. */
  static Future<ConversationChanged> changed(
      SqlConnection tx, ConversationId conversation, UserId account, List<Range> ranges) {
    return tx.preparedQuery(READ)
        .execute(Tuple.of(conversation.value(), account.value()))
        .map(rows -> new ConversationChanged(first(rows), ranges));
  }

  private static ConversationSummary first(RowSet<Row> rows) {
    return rows.size() == 0 ? null : read(rows.iterator().next());
  }

  static ConversationSummary read(Row row) {
    return new ConversationSummary(
        new ConversationId(row.getUUID("id")),
        Labels.read(ConversationKind.class, row.getString("kind")),
        row.getString("name"),
        row.getString("topic"),
        row.getLong("member_count"),
        Labels.read(Role.class, row.getString("role")),
        row.getLong("feed_head"),
        row.getLong("feed_ordinal"),
        row.getLong("read_ordinal"),
        row.getLong("posted") == null ? null : Items.message(row),
        Items.between(row),
        Items.policy(row),
        row.getLong("visible_from"),
        Items.preferences(row),
        row.getString("avatar"));
  }
}
