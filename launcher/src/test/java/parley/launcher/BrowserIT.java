package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The journeys of {@code webroot/e2e} in a real browser, against everything in one process. {@code
 * PARLEY_CHROMIUM} names the browser; {@code ./parley test} sets it, and installs one if need be.
 */
class BrowserIT {
  private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
  private static final int PATIENCE_MINUTES = 8;

  @TempDir Path data;

  @Test
  void peopleUseItInARealBrowser() throws IOException, InterruptedException {
    Map<String, String> manyPeople =
        Map.of("PARLEY_THROTTLE_SIGN_UP_BURST", "1000", "PARLEY_THROTTLE_LOG_IN_BURST", "1000");
    try (TestParley parley = TestParley.start(data, manyPeople)) {
      assertEquals(0, playwright("http://127.0.0.1:" + parley.port()), "Playwright's exit code");
    }
  }

  /** Its lines go to this process's output, so that they stay visible in the build. */
  private static int playwright(String url) throws IOException, InterruptedException {
    ProcessBuilder journeys =
        new ProcessBuilder("npm", "run", "--silent", "e2e")
            .directory(new File(ROOT.toFile(), "webroot"))
            .redirectErrorStream(true);
    journeys.environment().put("PARLEY_URL", url);
    journeys.environment().put("CI", "1");
    Process running = journeys.start();
    try {
      running.inputReader().lines().forEach(System.out::println);
      assertTrue(running.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES), "the journeys do not end");
      return running.exitValue();
    } finally {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly();
    }
  }
}
