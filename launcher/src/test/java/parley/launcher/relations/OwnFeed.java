package parley.launcher.relations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.bus.Delivery;
import parley.contract.Json;
import parley.contract.feed.Item;
import parley.contract.feed.MembershipItem;
import parley.contract.feed.Range;
import parley.contract.feed.ReadMarkItem;
import parley.contract.feed.RelationItem;

/** The feed of an account as a client keeps it: each item in its newest state. */
final class OwnFeed {
  private final Map<String, Item> items = new HashMap<>();
  private long position;

  /** What came by itself; may have been heard in any order, but joins on. */
  static OwnFeed announced(List<Delivery> deliveries) {
    OwnFeed feed = new OwnFeed();
    List<Delivery> ordered = new ArrayList<>(deliveries);
    ordered.sort(Comparator.comparingLong(Delivery::after));
    for (Delivery one : ordered) {
      String json =
          "{\"feed\":\""
              + one.address().substring(0, one.address().lastIndexOf('.'))
              + "\",\"after\":"
              + one.after()
              + ",\"through\":"
              + one.through()
              + ",\"items\":["
              + one.json()
              + "]}";
      feed.apply(Json.decodeLeniently(json, Range.class));
    }
    return feed;
  }

  void apply(Range range) {
    assertEquals(position, range.after(), "ranges join on");
    for (Item item : range.items()) {
      items.merge(key(item), item, (old, now) -> now.changed() > old.changed() ? now : old);
    }
    position = range.through();
  }

  long position() {
    return position;
  }

  Map<String, Item> items() {
    return items;
  }

  private static String key(Item item) {
    if (item instanceof RelationItem relation) {
      return "relation " + relation.account();
    }
    if (item instanceof MembershipItem membership) {
      return "membership " + membership.conversation();
    }
    return item instanceof ReadMarkItem mark
        ? "mark " + mark.conversation()
        : item.getClass().getSimpleName();
  }
}
