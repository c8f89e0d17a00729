package parley.persistence.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.contract.feed.ConversationItem;
import parley.contract.feed.Item;
import parley.contract.feed.MemberItem;
import parley.contract.feed.MembershipItem;
import parley.contract.feed.MessageItem;
import parley.contract.feed.PreferencesItem;
import parley.contract.feed.Range;
import parley.contract.feed.ReadMarkItem;
import parley.contract.feed.RelationItem;
import parley.contract.feed.SettingsItem;

/** A feed as a client keeps it: applies contiguous ranges, and checks that they are. */
final class ClientCopy {
  private final Map<String, Item> items = new HashMap<>();
  private long position;

  ClientCopy() {}

  ClientCopy(ClientCopy other) {
    items.putAll(other.items);
    position = other.position;
  }

  void apply(Range range) {
    assertEquals(position, range.after(), "the range begins where the one before ended");
    List<Long> numbers = range.items().stream().map(Item::changed).toList();
    assertEquals(numbers.stream().sorted().distinct().toList(), numbers, "in order, none twice");
    for (Item item : range.items()) {
      assertTrue(item.changed() > range.after() && item.changed() <= range.through());
      items.merge(key(item), item, (old, now) -> now.changed() > old.changed() ? now : old);
    }
    position = range.through();
  }

  long position() {
    return position;
  }

  Map<String, Item> items() {
    return Map.copyOf(items);
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
    if (item instanceof RelationItem relation) {
      return "relation " + relation.account();
    }
    if (item instanceof SettingsItem) {
      return "settings";
    }
    return ConversationItem.class.cast(item).kind().name();
  }
}
