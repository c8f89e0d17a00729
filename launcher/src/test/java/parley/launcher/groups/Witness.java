package parley.launcher.groups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.contract.conversation.History;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Policy;
import parley.contract.conversation.Role;
import parley.contract.conversation.Writers;
import parley.contract.feed.ConversationItem;
import parley.contract.feed.Item;
import parley.contract.feed.MemberItem;
import parley.contract.feed.MembershipItem;
import parley.contract.feed.MessageItem;
import parley.contract.feed.PreferencesItem;
import parley.contract.feed.Range;
import parley.contract.feed.ReadMarkItem;
import parley.contract.id.UserId;

/**
 * Somebody who applies a feed as it was announced and sees to what must be true at every number: an
 * owner is there as long as anybody is, then nothing happens any more, and whoever writes may.
 */
final class Witness {
  private final Map<String, Item> items = new HashMap<>();
  private final Map<UserId, MemberItem> members = new HashMap<>();
  private final Map<UserId, Long> wroteAt = new HashMap<>();
  private final Map<UserId, Long> visibleFrom = new HashMap<>();
  private Policy policy = Policy.OPEN;
  private long position;
  private int messages;
  private long closedAt;

  /** Applies ranges that join on, without a look at the rights; for what was read afterwards. */
  static Map<String, Item> copyOf(List<Range> ranges) {
    Witness reader = new Witness();
    ranges.forEach(reader::apply);
    return reader.items;
  }

  /** Applies ranges as they were announced, and judges each. */
  static Witness of(List<Range> ranges) {
    Witness witness = new Witness();
    for (Range range : ranges) {
      range.items().forEach(witness::judge);
      witness.apply(range);
      witness.requireAnOwner(range);
    }
    return witness;
  }

  Map<String, Item> items() {
    return items;
  }

  int messages() {
    return messages;
  }

  /** Who belongs to it. */
  List<UserId> members() {
    return members.values().stream()
        .filter(member -> member.state() == MemberState.JOINED)
        .map(MemberItem::account)
        .toList();
  }

  /** Which message is the first for a member who came when it was told so. */
  long visibleFrom(UserId account) {
    return visibleFrom.get(account);
  }

  /** Whether everybody has left. */
  boolean closed() {
    return closedAt > 0;
  }

  private void apply(Range range) {
    assertEquals(position, range.after(), "ranges join on");
    for (Item item : range.items()) {
      items.merge(key(item), item, (old, now) -> now.changed() > old.changed() ? now : old);
    }
    position = range.through();
  }

  private void judge(Item item) {
    if (item instanceof MemberItem member) {
      judge(member);
    } else if (item instanceof ConversationItem conversation) {
      policy = conversation.policy();
    } else if (item instanceof MessageItem message) {
      judge(message);
    }
  }

  private void judge(MemberItem member) {
    MemberItem before = members.put(member.account(), member);
    boolean here = before != null && before.state() == MemberState.JOINED;
    if (member.state() == MemberState.JOINED && !here) {
      boolean late = policy.history() == History.SINCE_JOINING;
      visibleFrom.put(member.account(), late ? member.changed() : 0L);
    }
  }

  private void judge(MessageItem message) {
    messages++;
    MemberItem sender = members.get(message.sender());
    String what = "message " + message.posted() + " under " + policy + " by " + sender;
    assertEquals(MemberState.JOINED, sender.state(), what);
    boolean member = sender.role() == Role.MEMBER;
    assertTrue(policy.writers() == Writers.EVERYBODY || !member, what);
    Long before = wroteAt.get(message.sender());
    if (member && policy.slowSeconds() > 0 && before != null) {
      assertTrue(message.storedAt() - before >= policy.slowSeconds() * 1_000L - 1, what);
    }
    if (member && policy.slowSeconds() > 0) {
      wroteAt.put(message.sender(), message.storedAt());
    }
  }

  // Within a range an owner may have gone before the other came: both are told at once.
  private void requireAnOwner(Range range) {
    List<MemberItem> joined =
        members.values().stream().filter(one -> one.state() == MemberState.JOINED).toList();
    boolean owned = joined.stream().anyMatch(one -> one.role() == Role.OWNER);
    assertTrue(joined.isEmpty() || owned, "no owner at " + range.through());
    if (closed()) {
      assertTrue(closedAt + 1 == range.through() && isCount(range), "where nobody is: " + range);
    } else if (!members.isEmpty() && joined.isEmpty()) {
      closedAt = members.values().stream().mapToLong(MemberItem::changed).max().orElseThrow();
    }
  }

  /** That nobody is left is told behind who left last, to nobody. */
  private static boolean isCount(Range range) {
    return range.items().stream()
        .allMatch(item -> item instanceof ConversationItem last && last.memberCount() == 0);
  }

  private static String key(Item item) {
    if (item instanceof MessageItem message) {
      return "message " + message.posted();
    }
    if (item instanceof MemberItem member) {
      return "member " + member.account();
    }
    if (item instanceof MembershipItem membership) {
      return "membership " + membership.conversation();
    }
    if (item instanceof ReadMarkItem mark) {
      return "mark " + mark.conversation();
    }
    if (item instanceof PreferencesItem preferences) {
      return "preferences " + preferences.conversation();
    }
    return item.getClass().getSimpleName();
  }
}
