package parley.gateway.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import parley.bus.Delivery;
import parley.contract.feed.Range;

/**
 * Joins what is released on one address: after a pause a delivery leaves at once, in a busy time
 * those of one period leave as one frame of at most about {@value #MAX_UNITS} UTF-16 units.
 * Unnumbered events are never joined, and nothing is joined behind the end of a membership. A range
 * that repeats what waits, as a repair may, begins a frame of its own: within a frame each change
 * is told once.
 */
final class Gathering {
  static final int MAX_UNITS = 64 * 1024;

  private final long periodNanos;
  private final Consumer<List<Delivery>> departure;
  private List<Delivery> waiting = new ArrayList<>();
  private int units;
  private long lastLeft;

  Gathering(long periodNanos, long now, Consumer<List<Delivery>> departure) {
    this.periodNanos = periodNanos;
    this.departure = departure;
    this.lastLeft = now - periodNanos;
  }

  /** Takes one delivery at {@code now}; true if it waits and {@link #leave} must follow. */
  boolean add(Delivery delivery, long now) {
    if (units + delivery.json().length() > MAX_UNITS
        || repeatsWhatWaits(delivery)
        || holdsTooMuchWith(delivery)) {
      leave(now);
    }
    waiting.add(delivery);
    units += delivery.json().length();
    if (!delivery.numbered() || delivery.removed() != null || now - lastLeft >= periodNanos) {
      leave(now);
    }
    return !waiting.isEmpty();
  }

  private boolean repeatsWhatWaits(Delivery delivery) {
    return !waiting.isEmpty() && delivery.after() < waiting.get(waiting.size() - 1).through();
  }

  /** Items of one range have numbers of their own: there are no more of them than numbers. */
  private boolean holdsTooMuchWith(Delivery delivery) {
    return !waiting.isEmpty() && delivery.through() - waiting.get(0).after() > Range.MAX_ITEMS;
  }

  /** Lets everything that waits leave as one frame. */
  void leave(long now) {
    lastLeft = now;
    if (waiting.isEmpty()) {
      return;
    }
    List<Delivery> leaving = waiting;
    waiting = new ArrayList<>();
    units = 0;
    departure.accept(leaving);
  }
}
