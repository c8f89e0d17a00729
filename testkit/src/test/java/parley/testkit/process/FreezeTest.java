package parley.testkit.process;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.testkit.bridge.Await;

class FreezeTest {
  /** Says at once what it hears; one process made another. */
  private final Process echo = start();

  @AfterEach
  void end() {
    echo.descendants().forEach(ProcessHandle::destroyForcibly);
    echo.destroyForcibly();
  }

  @Test
  void standsStillUntilItIsClosed() throws IOException {
    say();
    Await.until("it answers", () -> heard() == 1);
    try (Freeze freeze = Freeze.of(echo.pid())) {
      say();
      freeze.lasts(Duration.ofMillis(200));
      assertTrue(heard() == 1 && echo.isAlive());
    }
    Await.until("it goes on", () -> heard() == 2);
  }

  @Test
  void isDeadWhenItHasCrashed() throws IOException {
    say();
    Await.until("it answers", () -> heard() == 1);
    ProcessHandle child = echo.descendants().findFirst().orElseThrow();
    Crash.of(child.pid());
    Await.until("its maker ends after it", () -> !echo.isAlive());
    assertFalse(child.isAlive());
    Crash.of(child.pid());
  }

  private void say() throws IOException {
    OutputStream in = echo.getOutputStream();
    in.write('x');
    in.flush();
  }

  private int heard() {
    try {
      return echo.getInputStream().available();
    } catch (IOException ended) {
      return -1;
    }
  }

  private static Process start() {
    try {
      return new ProcessBuilder("sh", "-c", "cat; exit 0").start();
    } catch (IOException refused) {
      throw new AssertionError(refused);
    }
  }
}
