package parley.gateway.presence;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import parley.contract.id.UserId;
import parley.contract.presence.PresenceState;

/**
 * From whom this process has heard lately, and whether they use a device. A closed socket needs no
 * entry: it falls silent like one whose cable was pulled, and a page that comes back in time was
 * never gone.
 *
 * <p>{@link #heard} and {@link #use} may be called from every event loop. An account is forgotten
 * when it is silent; of its sockets so many are known as were opened within that time.
 */
public final class Attendance {
  private final long silenceNanos;
  private final LongSupplier nanoTime;
  private final ConcurrentHashMap<UserId, Heard> accounts = new ConcurrentHashMap<>();

  public Attendance(AttendanceConfig config) {
    this(config, System::nanoTime);
  }

  Attendance(AttendanceConfig config, LongSupplier nanoTime) {
    this.silenceNanos = config.silence().toNanos();
    this.nanoTime = nanoTime;
  }

  /** A socket said something, or answered a ping. */
  public void heard(Visit visit) {
    long now = nanoTime.getAsLong();
    accounts.compute(
        visit.account(),
        (account, known) -> {
          Heard heard = known == null ? new Heard() : known;
          heard.note(visit, now);
          return heard;
        });
  }

  /** A socket said whether its device is in use. */
  public void use(Visit visit, boolean inUse) {
    visit.setIdle(!inUse);
    heard(visit);
  }

  /** Who is not silent now: online, or away where no socket of theirs is in use. */
  Map<UserId, PresenceState> present() {
    long now = nanoTime.getAsLong();
    Map<UserId, PresenceState> present = new HashMap<>();
    for (UserId one : accounts.keySet()) {
      accounts.computeIfPresent(
          one,
          (account, heard) -> {
            if (now - heard.at >= silenceNanos) {
              return null;
            }
            present.put(account, heard.state(now));
            return heard;
          });
    }
    return present;
  }

  /** Of one account; guarded by its entry in the map. */
  private final class Heard {
    private final Map<Visit, Long> inUse = new HashMap<>(2);
    private long at;

    void note(Visit visit, long now) {
      at = now;
      if (visit.isIdle()) {
        inUse.remove(visit);
      } else {
        inUse.put(visit, now);
      }
    }

    PresenceState state(long now) {
      inUse.values().removeIf(used -> now - used >= silenceNanos);
      return inUse.isEmpty() ? PresenceState.AWAY : PresenceState.ONLINE;
    }
  }
}
