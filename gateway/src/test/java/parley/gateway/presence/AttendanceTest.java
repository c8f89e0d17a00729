package parley.gateway.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.contract.presence.PresenceState.AWAY;
import static parley.contract.presence.PresenceState.ONLINE;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import parley.contract.id.UserId;

class AttendanceTest {
  private static final AttendanceConfig CONFIG =
      new AttendanceConfig(
          Duration.ofSeconds(22),
          Duration.ofMillis(500),
          Duration.ofSeconds(15),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30));

  private final UserId ada = new UserId(UUID.randomUUID());
  private final UserId grace = new UserId(UUID.randomUUID());
  private final Visit adas = new Visit(ada);
  private final Visit otherOfAda = new Visit(ada);
  private final AtomicLong now = new AtomicLong();
  private final Attendance attendance = new Attendance(CONFIG, now::get);

  @Test
  void whoWasHeardIsPresentUntilSilentForTooLong() {
    attendance.heard(adas);
    pass(Duration.ofSeconds(21));
    assertEquals(Map.of(ada, ONLINE), attendance.present());
    pass(Duration.ofSeconds(1));
    assertEquals(Map.of(), attendance.present());
  }

  @Test
  void whoIsHeardAgainInTimeWasNeverGone() {
    attendance.heard(adas);
    attendance.heard(new Visit(grace));
    pass(Duration.ofSeconds(15));
    attendance.heard(adas);
    pass(Duration.ofSeconds(15));
    assertEquals(Map.of(ada, ONLINE), attendance.present());
  }

  @Test
  void whoUsesNoDeviceIsAwayUntilOneIsUsedAgain() {
    attendance.heard(adas);
    attendance.heard(otherOfAda);
    attendance.use(adas, false);
    assertEquals(Map.of(ada, ONLINE), attendance.present());
    attendance.use(otherOfAda, false);
    attendance.heard(adas);
    attendance.heard(otherOfAda);
    assertEquals(Map.of(ada, AWAY), attendance.present());
    attendance.use(adas, true);
    assertEquals(Map.of(ada, ONLINE), attendance.present());
  }

  @Test
  void aSilentSocketIsNotInUse() {
    attendance.heard(adas);
    attendance.use(otherOfAda, false);
    pass(Duration.ofSeconds(15));
    attendance.heard(otherOfAda);
    assertEquals(Map.of(ada, ONLINE), attendance.present());
    pass(Duration.ofSeconds(15));
    assertEquals(Map.of(ada, AWAY), attendance.present());
    attendance.heard(adas);
    assertEquals(Map.of(ada, ONLINE), attendance.present());
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
