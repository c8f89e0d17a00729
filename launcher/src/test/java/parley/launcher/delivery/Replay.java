package parley.launcher.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import parley.launcher.delivery.Violation.Rule;

/** A client's state, made anew from what it wrote down; its own word for it is not taken. */
final class Replay {
  private final String name;
  private final Consumer<Violation> found;
  private final Map<Long, Entry.Heard> heard = new HashMap<>();
  private final Map<String, Long> beginnings = new HashMap<>();
  private final Map<String, Long> positions = new HashMap<>();
  private final Map<String, Long> lastPosted = new HashMap<>();
  private final Map<String, Map<String, Note>> items = new HashMap<>();

  private Replay(String name, Consumer<Violation> found) {
    this.name = name;
    this.found = found;
  }

  static Replay of(Told told, Consumer<Violation> found) {
    Replay replay = new Replay(told.name(), found);
    for (Entry entry : told.entries()) {
      if (entry instanceof Entry.Begun begun) {
        replay.begin(begun);
      } else if (entry instanceof Entry.Heard range) {
        replay.heard(range);
      } else if (entry instanceof Entry.Applied applied) {
        replay.apply(replay.heard.get(applied.number()), applied);
      }
    }
    return replay;
  }

  long position(String feed) {
    return positions.getOrDefault(feed, 0L);
  }

  /** Where it began; what changed last before need not be known. */
  long beginning(String feed) {
    return beginnings.getOrDefault(feed, 0L);
  }

  Map<String, Note> items(String feed) {
    return items.getOrDefault(feed, Map.of());
  }

  private void begin(Entry.Begun begun) {
    beginnings.put(begun.feed(), begun.position());
    positions.put(begun.feed(), begun.position());
    Map<String, Note> copies = items.computeIfAbsent(begun.feed(), first -> new HashMap<>());
    begun.items().forEach(item -> put(copies, begun.feed(), item));
  }

  private void heard(Entry.Heard range) {
    heard.put(range.number(), range);
    long last = range.after();
    for (Note item : range.items()) {
      if (item.changed() <= last || item.changed() > range.through()) {
        found(Rule.MALFORMED, item + " in " + range);
      }
      last = item.changed();
    }
  }

  private void apply(Entry.Heard range, Entry.Applied applied) {
    long position = position(range.feed());
    if (range.after() > position) {
      found(Rule.GAP, "at " + position + ": " + range);
    }
    positions.put(range.feed(), Math.max(position, range.through()));
    if (applied.position() != position(range.feed())) {
      found(Rule.GAP, "at " + position(range.feed()) + " it believes " + applied);
    }
    Map<String, Note> copies = items.computeIfAbsent(range.feed(), first -> new HashMap<>());
    range.items().forEach(item -> put(copies, range.feed(), item));
  }

  private void put(Map<String, Note> copies, String feed, Note item) {
    Note before = copies.get(item.key());
    if (before != null && before.changed() >= item.changed()) {
      return;
    }
    copies.put(item.key(), item);
    boolean isNew = before == null && item.posted() == item.changed();
    if (isNew && lastPosted.merge(feed, item.posted(), Math::max) > item.posted()) {
      found(Rule.REORDERED, item + " after " + lastPosted.get(feed));
    }
  }

  private void found(Rule rule, String evidence) {
    found.accept(new Violation(rule, name, evidence));
  }
}
