package parley.gateway.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.bus.Delivery;

/**
 * The order of one feed: takes ranges as they come, gives back those that may be released.
 *
 * <p>Released ranges are contiguous: each begins at or before the end of its predecessor. What
 * comes too early is held, {@value #MAX_HELD} ranges at most; beyond that it is dropped, because
 * the hole before it has to be fetched anyway.
 */
final class FeedSequence {
  static final int MAX_HELD = 256;

  private final TreeMap<Long, Delivery> held = new TreeMap<>();
  private long released;
  private long known;

  FeedSequence(long head) {
    this.released = head;
    this.known = head;
  }

  /** The ranges that are released by this one: none, itself, or itself and held ones. */
  List<Delivery> offer(Delivery range) {
    known = Math.max(known, range.through());
    if (range.through() <= released) {
      return List.of();
    }
    if (range.after() > released) {
      hold(range);
      return List.of();
    }
    List<Delivery> released = new ArrayList<>();
    release(range, released);
    while (!held.isEmpty() && held.firstKey() <= this.released) {
      Delivery next = held.pollFirstEntry().getValue();
      if (next.through() > this.released) {
        release(next, released);
      }
    }
    return released;
  }

  /** Somebody says that the feed has come this far. */
  void heard(long head) {
    known = Math.max(known, head);
  }

  /** Whether something before the known end is missing. */
  boolean hasHole() {
    return known > released;
  }

  /** The last number that was released. */
  long released() {
    return released;
  }

  private void release(Delivery range, List<Delivery> into) {
    released = range.through();
    into.add(range);
  }

  private void hold(Delivery range) {
    held.merge(
        range.after(), range, (one, other) -> one.through() >= other.through() ? one : other);
    if (held.size() > MAX_HELD) {
      Map.Entry<Long, Delivery> last = held.pollLastEntry();
      known = Math.max(known, last.getValue().through());
    }
  }
}
