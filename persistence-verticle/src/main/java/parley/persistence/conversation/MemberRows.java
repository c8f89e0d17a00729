package parley.persistence.conversation;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.feed.Item;
import parley.contract.feed.MemberItem;
import parley.contract.feed.MembershipItem;
import parley.contract.feed.Range;
import parley.contract.feed.ReadMarkItem;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.persistence.feed.Labels;
import parley.persistence.feed.LockedFeed;

/** Writes rows of {@code member} within a transaction that holds both feeds locked. */
final class MemberRows {
  // Who begins has read what was posted before: nothing there is unread.
  private static final String BEGIN =
      """
      insert into member (conversation, account, role, state, changed, user_changed, read_ordinal,
        mark_changed)
      values ($1, $2, $3, 'joined', $4, $5, $6, $7)
      on conflict (conversation, account) do update set role = excluded.role,
        state = excluded.state, changed = excluded.changed, user_changed = excluded.user_changed,
        read_ordinal = excluded.read_ordinal, mark_changed = excluded.mark_changed,
        joined_at = excluded.joined_at
      """;

  // The role ends too, or who was an owner would come back as one.
  private static final String END =
      """
      update member set state = $3, role = 'member', changed = $4, user_changed = $5
      where conversation = $1 and account = $2
      """;

  private MemberRows() {}

  /**
   * A membership begins. Takes the number {@code changed} in the conversation's feed and the next
   * two in the account's: the membership and, of its own, the read mark.
   *
   * @return what changed in the account's feed
   */
  static Future<Range> begin(
      SqlConnection tx,
      ConversationId conversation,
      Role role,
      long changed,
      long ordinal,
      LockedFeed user) {
    long mark = user.head() + 2;
    MembershipItem membership =
        new MembershipItem(user.head() + 1, conversation, MemberState.JOINED, role);
    Tuple row =
        Tuple.of(conversation.value(), user.id().value(), Labels.of(role))
            .addLong(changed)
            .addLong(membership.changed())
            .addLong(ordinal)
            .addLong(mark);
    return tx.preparedQuery(BEGIN)
        .execute(row)
        .map(done -> range(user, membership, new ReadMarkItem(mark, conversation, ordinal)));
  }

  /** A membership ends; takes one number in either feed. */
  static Future<Range> end(
      SqlConnection tx,
      ConversationId conversation,
      MemberState state,
      long changed,
      LockedFeed user) {
    MembershipItem membership =
        new MembershipItem(user.head() + 1, conversation, state, Role.MEMBER);
    Tuple row =
        Tuple.of(
            conversation.value(),
            user.id().value(),
            Labels.of(state),
            changed,
            membership.changed());
    return tx.preparedQuery(END).execute(row).map(done -> range(user, membership));
  }

  /** A member as the conversation's feed tells it. */
  static MemberItem item(long changed, UserId account, MemberState state, Role role) {
    return new MemberItem(changed, account, state, role);
  }

  /** The items as the next numbers of a feed. */
  static Range range(LockedFeed feed, Item... items) {
    return new Range(feed.id(), feed.head(), feed.head() + items.length, List.of(items));
  }
}
