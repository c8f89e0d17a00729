package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The journeys of {@code webroot/e2e} in a real browser, against everything in one process. {@code
 * PARLEY_CHROMIUM} names the browser; {@code ./parley test} sets it, and installs one if need be.
 */
class BrowserIT {
  private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
  private static final int PATIENCE_MINUTES = 10;
  private static final int FAILURE_LINES = 60;

  /** Many people come from one address, and who leaves is missed soon. */
  private static final Map<String, String> BUSY =
      Map.of(
          "PARLEY_THROTTLE_SIGN_UP_BURST", "1000",
          "PARLEY_THROTTLE_LOG_IN_BURST", "1000",
          "PARLEY_BRIDGE_PING_PERIOD", "1s",
          "PARLEY_ATTENDANCE_SILENCE", "3s");

  @TempDir Path data;

  @Test
  void peopleUseItInARealBrowser() throws IOException, InterruptedException {
    try (TestParley parley = TestParley.start(data, BUSY)) {
      play(parley.port(), Map.of());
    }
  }

  @Test
  void peopleAreInvitedInARealBrowser() throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(BUSY);
    environment.put("PARLEY_PORT", "0");
    environment.put("PARLEY_DATA", data.toString());
    environment.put("PARLEY_SIGN_UP_POLICY", "invite");
    try (ParleyProcess parley = ParleyProcess.start(environment).awaitReady()) {
      Map<String, String> known =
          Map.of("PARLEY_ADMINISTRATOR_SECRET", parley.administratorSecret());
      play(parley.port(), known, "invites");
    }
  }

  /** What is printed goes to this process's output too, so that it stays visible in the build. */
  private static void play(int port, Map<String, String> more, String... files)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("npm", "run", "--silent", "e2e", "--"));
    command.addAll(List.of(files));
    ProcessBuilder journeys =
        new ProcessBuilder(command)
            .directory(new File(ROOT.toFile(), "webroot"))
            .redirectErrorStream(true);
    journeys.environment().put("PARLEY_URL", "http://127.0.0.1:" + port);
    journeys.environment().putAll(more);
    journeys.environment().put("CI", "1");
    Process running = journeys.start();
    try {
      List<String> printed = running.inputReader().lines().peek(System.out::println).toList();
      assertTrue(running.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES), "the journeys do not end");
      assertEquals(0, running.exitValue(), () -> failures(printed));
    } finally {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly();
    }
  }

  /** The report on what failed, which follows the list of all journeys. */
  private static String failures(List<String> printed) {
    return printed.stream()
        .dropWhile(line -> !line.startsWith("  1) "))
        .limit(FAILURE_LINES)
        .collect(Collectors.joining("\n", "Playwright failed:\n", ""));
  }
}
