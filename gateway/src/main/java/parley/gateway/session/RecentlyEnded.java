package parley.gateway.session;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import parley.contract.id.SessionId;

/**
 * The sessions that ended lately, as long as an access token of theirs may be around; at most
 * {@value #MAX}, the oldest make room. One per process, read by every event loop: hence the lock,
 * held for one look-up in a map.
 */
final class RecentlyEnded {
  static final int MAX = 100_000;

  private final long rememberedNanos;
  private final LongSupplier nanoClock;
  private final Map<SessionId, Long> endedAt = new LinkedHashMap<>();

  RecentlyEnded(Duration remembered, LongSupplier nanoClock) {
    this.rememberedNanos = remembered.toNanos();
    this.nanoClock = nanoClock;
  }

  /** Notes the end; false if it was known. */
  synchronized boolean add(SessionId session) {
    forgetOld();
    if (endedAt.containsKey(session)) {
      return false;
    }
    if (endedAt.size() >= MAX) {
      Iterator<SessionId> oldest = endedAt.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    endedAt.put(session, nanoClock.getAsLong());
    return true;
  }

  synchronized boolean contains(SessionId session) {
    return endedAt.containsKey(session);
  }

  private void forgetOld() {
    long now = nanoClock.getAsLong();
    Iterator<Long> times = endedAt.values().iterator();
    while (times.hasNext() && now - times.next() > rememberedNanos) {
      times.remove();
    }
  }
}
