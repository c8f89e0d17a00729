package parley.persistence.conversation;

import io.vertx.sqlclient.Row;
import java.util.List;
import parley.contract.conversation.ChangeConversation;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.Policy;
import parley.contract.feed.ConversationItem;
import parley.contract.id.UserId;
import parley.persistence.feed.Items;
import parley.persistence.feed.Labels;

/**
 * What a conversation is, as its row tells it.
 *
 * @param between the two people of a direct conversation; null for any other
 */
record Attributes(
    ConversationKind kind,
    String name,
    String topic,
    long memberCount,
    List<UserId> between,
    Policy policy) {

  /** Of the table {@code c}. */
  static final String COLUMNS =
      """
      c.kind, c.name, c.topic, c.member_count, c.lower_account, c.upper_account, c.writers,
      c.slow_seconds, c.history
      """;

  static Attributes of(Row row) {
    return new Attributes(
        Labels.read(ConversationKind.class, row.getString("kind")),
        row.getString("name"),
        row.getString("topic"),
        row.getLong("member_count"),
        Items.between(row),
        Items.policy(row));
  }

  /** The same after what somebody asks for. */
  Attributes as(ChangeConversation change) {
    return new Attributes(
        kind, change.name(), change.topic(), memberCount, between, change.policy());
  }

  /** As the feed tells them after a change. */
  ConversationItem item(long changed, long growth) {
    return new ConversationItem(changed, kind, name, topic, memberCount + growth, between, policy);
  }
}
