package parley.presence.change;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import parley.contract.id.GatewayId;
import parley.contract.id.UserId;
import parley.contract.presence.PresenceChange;
import parley.contract.presence.PresenceChanged;

/**
 * Gathers changes for each gateway: they leave together once the first has waited a period, or at
 * once when there are {@value PresenceChanged#MAX}. Of one account only the newest waits.
 */
final class Gathering {
  private final long periodNanos;
  private final BiConsumer<GatewayId, PresenceChanged> departure;
  // All wait equally long: in the order of their beginning is in the order of their end.
  private final Map<GatewayId, Batch> batches = new LinkedHashMap<>();

  Gathering(long periodNanos, BiConsumer<GatewayId, PresenceChanged> departure) {
    this.periodNanos = periodNanos;
    this.departure = departure;
  }

  /** Takes a change for one gateway at {@code now}, in nanoseconds. */
  void add(GatewayId gateway, PresenceChange change, long now) {
    Batch batch = batches.computeIfAbsent(gateway, first -> new Batch(now + periodNanos));
    batch.newest.merge(change.presence().account(), change, Gathering::newer);
    if (batch.newest.size() == PresenceChanged.MAX) {
      batches.remove(gateway);
      leave(gateway, batch);
    }
  }

  /** Lets leave what has waited long enough at {@code now}. */
  void leave(long now) {
    Iterator<Map.Entry<GatewayId, Batch>> oldest = batches.entrySet().iterator();
    while (oldest.hasNext()) {
      Map.Entry<GatewayId, Batch> entry = oldest.next();
      if (entry.getValue().due - now > 0) {
        return;
      }
      oldest.remove();
      leave(entry.getKey(), entry.getValue());
    }
  }

  /** Lets everything leave. */
  void leaveAll() {
    batches.forEach(this::leave);
    batches.clear();
  }

  /** For how many nanoseconds from {@code now} nothing has to leave; absent if nothing waits. */
  OptionalLong patience(long now) {
    return batches.values().stream().limit(1).mapToLong(batch -> batch.due - now).findFirst();
  }

  private void leave(GatewayId gateway, Batch batch) {
    departure.accept(gateway, new PresenceChanged(new ArrayList<>(batch.newest.values())));
  }

  private static PresenceChange newer(PresenceChange one, PresenceChange other) {
    return one.at() > other.at() ? one : other;
  }

  private static final class Batch {
    private final long due;
    private final Map<UserId, PresenceChange> newest = new LinkedHashMap<>();

    Batch(long due) {
      this.due = due;
    }
  }
}
