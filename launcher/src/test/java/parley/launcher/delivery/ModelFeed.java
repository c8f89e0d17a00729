package parley.launcher.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A feed as a client has it: the rule about ranges and nothing else. A range that ends at or before
 * the position is dropped; one that begins at or before it is applied; one that begins behind it
 * waits.
 */
final class ModelFeed {
  private static final int MOST_HELD = 256;

  private final Map<String, Note> copies = new HashMap<>();
  private final TreeMap<Long, Entry.Heard> held = new TreeMap<>();
  private long position;
  private long goal;

  ModelFeed(long position) {
    this.position = position;
  }

  /** Goes on from a page that was true at {@code position}. */
  void begin(long position, List<Note> items) {
    this.position = position;
    items.forEach(item -> copies.put(item.key(), item));
  }

  /** Takes a range; gives those that are applied now, in order, and the positions they lead to. */
  List<Step> take(Entry.Heard range) {
    if (range.through() <= position) {
      return List.of();
    }
    if (range.after() > position) {
      hold(range);
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    apply(range, steps);
    while (!held.isEmpty() && held.firstKey() <= position) {
      Entry.Heard next = held.pollFirstEntry().getValue();
      if (next.through() > position) {
        apply(next, steps);
      }
    }
    return steps;
  }

  /** The last number applied. */
  long position() {
    return position;
  }

  /** Whether something before a range that has come is missing. */
  boolean hasHole() {
    return goal > position || !held.isEmpty();
  }

  /** What is known of an item, or null. */
  Note copy(String key) {
    return copies.get(key);
  }

  /** All items in their newest state. */
  Map<String, Note> copies() {
    return copies;
  }

  private void apply(Entry.Heard range, List<Step> steps) {
    for (Note item : range.items()) {
      copies.merge(item.key(), item, (old, now) -> now.changed() > old.changed() ? now : old);
    }
    position = range.through();
    steps.add(new Step(range, position));
  }

  private void hold(Entry.Heard range) {
    held.merge(range.after(), range, (one, two) -> one.through() >= two.through() ? one : two);
    if (held.size() > MOST_HELD) {
      goal = Math.max(goal, held.pollLastEntry().getValue().through());
    }
  }

  /** A range that was applied, and where that led. */
  record Step(Entry.Heard range, long position) {}
}
