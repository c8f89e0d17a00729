package parley.gateway.presence;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import parley.contract.id.UserId;

/**
 * From whom this process has heard lately. A closed socket needs no entry: its account falls silent
 * like one whose cable was pulled, and a page that comes back in time was never gone.
 *
 * <p>{@link #heard} may be called from every event loop. An account is forgotten when it is silent.
 */
public final class Attendance {
  private final long silenceNanos;
  private final LongSupplier nanoTime;
  private final ConcurrentHashMap<UserId, Long> heardAt = new ConcurrentHashMap<>();

  public Attendance(AttendanceConfig config) {
    this(config, System::nanoTime);
  }

  Attendance(AttendanceConfig config, LongSupplier nanoTime) {
    this.silenceNanos = config.silence().toNanos();
    this.nanoTime = nanoTime;
  }

  /** A socket of the account said something, or answered a ping. */
  public void heard(UserId account) {
    heardAt.put(account, nanoTime.getAsLong());
  }

  /** Who is not silent now; a view, true until the next call. */
  Set<UserId> present() {
    long now = nanoTime.getAsLong();
    heardAt.values().removeIf(heard -> now - heard >= silenceNanos);
    return Collections.unmodifiableSet(heardAt.keySet());
  }
}
