package parley.persistence.conversation;

import io.vertx.sqlclient.Row;
import java.util.List;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.MemberState;
import parley.contract.feed.ConversationItem;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.persistence.feed.Items;
import parley.persistence.feed.Labels;

/**
 * A conversation and one account's place in it, read after both feeds were locked.
 *
 * @param state the state of the membership; null for who never belonged to it
 * @param joined how many conversations the account belongs to
 * @param between the two people of a direct conversation; null for any other
 */
record Seat(
    ConversationId conversation,
    UserId account,
    ConversationKind kind,
    String name,
    String topic,
    long memberCount,
    MemberState state,
    long joined,
    List<UserId> between) {

  static final String READ =
      """
      select c.kind, c.name, c.topic, c.member_count, c.lower_account, c.upper_account, m.state,
        (select count(*) from member where account = $2 and state = 'joined') as joined
      from conversation c left join member m on m.conversation = c.id and m.account = $2
      where c.id = $1
      """;

  static Seat of(ConversationId conversation, UserId account, Row row) {
    String state = row.getString("state");
    return new Seat(
        conversation,
        account,
        Labels.read(ConversationKind.class, row.getString("kind")),
        row.getString("name"),
        row.getString("topic"),
        row.getLong("member_count"),
        state == null ? null : Labels.read(MemberState.class, state),
        row.getLong("joined"),
        Items.between(row));
  }

  /** How many members there are more after {@code step}. */
  long growth(MembershipStep step) {
    return switch (step) {
      case NOTHING -> 0;
      case BEGIN -> 1;
      case END -> state == MemberState.JOINED ? -1 : 0;
    };
  }

  /** The conversation's attributes after a change. */
  ConversationItem item(long changed, long growth) {
    return new ConversationItem(changed, kind, name, topic, memberCount + growth, between);
  }
}
