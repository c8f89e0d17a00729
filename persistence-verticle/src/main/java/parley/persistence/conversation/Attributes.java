package parley.persistence.conversation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.conversation.ChangeConversation;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.Policy;
import parley.contract.feed.ConversationItem;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.persistence.feed.Items;
import parley.persistence.feed.Labels;

/**
 * What a conversation is, as its row tells it.
 *
 * @param between the two people of a direct conversation; null for any other
 * @param avatar names the picture; null for none
 */
record Attributes(
    ConversationKind kind,
    String name,
    String topic,
    long memberCount,
    List<UserId> between,
    Policy policy,
    String avatar) {

  /** Of the table {@code c}. */
  static final String COLUMNS =
      """
      c.kind, c.name, c.topic, c.member_count, c.lower_account, c.upper_account, c.writers,
      c.slow_seconds, c.history, c.avatar
      """;

  private static final String READ = "select " + COLUMNS + " from conversation c where c.id = $1";

  /** As they stand within the transaction; {@code NOT_FOUND} if there is no such conversation. */
  static Future<Attributes> read(SqlConnection tx, ConversationId id) {
    return tx.preparedQuery(READ).execute(Tuple.of(id.value())).map(Attributes::known);
  }

  private static Attributes known(RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    return of(rows.iterator().next());
  }

  static Attributes of(Row row) {
    return new Attributes(
        Labels.read(ConversationKind.class, row.getString("kind")),
        row.getString("name"),
        row.getString("topic"),
        row.getLong("member_count"),
        Items.between(row),
        Items.policy(row),
        row.getString("avatar"));
  }

  /** Whether everybody has left, so that nobody may come again. */
  boolean closed() {
    return kind != ConversationKind.DIRECT && memberCount == 0;
  }

  /** The same after what somebody asks for. */
  Attributes as(ChangeConversation change) {
    return new Attributes(
        kind, change.name(), change.topic(), memberCount, between, change.policy(), avatar);
  }

  /** The same with another picture, or none. */
  Attributes withAvatar(String hash) {
    return new Attributes(kind, name, topic, memberCount, between, policy, hash);
  }

  /** As the feed tells them after a change. */
  ConversationItem item(long changed, long growth) {
    return new ConversationItem(
        changed, kind, name, topic, memberCount + growth, between, policy, avatar);
  }
}
