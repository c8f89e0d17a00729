package parley.persistence.conversation;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.IntStream;
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
        mark_changed, visible_from)
      values ($1, $2, $3, 'joined', $4, $5, $6, $7, $8)
      on conflict (conversation, account) do update set role = excluded.role,
        state = excluded.state, changed = excluded.changed, user_changed = excluded.user_changed,
        read_ordinal = excluded.read_ordinal, mark_changed = excluded.mark_changed,
        visible_from = excluded.visible_from, joined_at = excluded.joined_at
      """;

  private static final String CHANGE =
      """
      update member set state = $3, role = $4, changed = $5, user_changed = $6
      where conversation = $1 and account = $2
      """;

  private MemberRows() {}

  /** Writes all changes; the first has the number {@code first} in the conversation's feed. */
  static Future<List<Range>> write(
      SqlConnection tx, Hall hall, long first, List<MembershipChange> changes) {
    List<Future<Range>> written =
        IntStream.range(0, changes.size())
            .mapToObj(i -> write(tx, hall, first + i, changes.get(i)))
            .toList();
    return Future.all(written).map(all -> all.list());
  }

  private static Future<Range> write(
      SqlConnection tx, Hall hall, long changed, MembershipChange change) {
    long visibleFrom = change.visibleFrom(hall.attributes().policy(), changed);
    MembershipItem membership = change.membership(hall.id(), visibleFrom);
    return change.begins()
        ? begin(tx, membership, changed, hall.feed().ordinal(), change.seat().user())
        : change(tx, membership, changed, change.seat().user());
  }

  /**
   * A membership begins, with everything to be seen. Takes the number {@code changed} in the
   * conversation's feed and the next two in the account's: the membership and, of its own, the read
   * mark.
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
    MembershipItem membership =
        new MembershipItem(user.head() + 1, conversation, MemberState.JOINED, role, 0);
    return begin(tx, membership, changed, ordinal, user);
  }

  private static Future<Range> begin(
      SqlConnection tx, MembershipItem membership, long changed, long ordinal, LockedFeed user) {
    ConversationId conversation = membership.conversation();
    long mark = membership.changed() + 1;
    Tuple row =
        Tuple.of(conversation.value(), user.id().value(), Labels.of(membership.role()))
            .addLong(changed)
            .addLong(membership.changed())
            .addLong(ordinal)
            .addLong(mark)
            .addLong(membership.visibleFrom());
    return tx.preparedQuery(BEGIN)
        .execute(row)
        .map(done -> range(user, membership, new ReadMarkItem(mark, conversation, ordinal)));
  }

  /** A membership ends or gets another role; takes one number in either feed. */
  private static Future<Range> change(
      SqlConnection tx, MembershipItem membership, long changed, LockedFeed user) {
    Tuple row =
        Tuple.of(
            membership.conversation().value(),
            user.id().value(),
            Labels.of(membership.state()),
            Labels.of(membership.role()),
            changed,
            membership.changed());
    return tx.preparedQuery(CHANGE).execute(row).map(done -> range(user, membership));
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
