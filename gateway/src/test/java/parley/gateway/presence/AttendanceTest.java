package parley.gateway.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Set;
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
  private final AtomicLong now = new AtomicLong();
  private final Attendance attendance = new Attendance(CONFIG, now::get);

  @Test
  void whoWasHeardIsPresentUntilSilentForTooLong() {
    attendance.heard(ada);
    pass(Duration.ofSeconds(21));
    assertEquals(Set.of(ada), attendance.present());
    pass(Duration.ofSeconds(1));
    assertEquals(Set.of(), attendance.present());
  }

  @Test
  void whoIsHeardAgainInTimeWasNeverGone() {
    attendance.heard(ada);
    attendance.heard(grace);
    pass(Duration.ofSeconds(15));
    attendance.heard(ada);
    pass(Duration.ofSeconds(15));
    assertEquals(Set.of(ada), attendance.present());
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
