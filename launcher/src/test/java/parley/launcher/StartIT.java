package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.Person;

/** Starting and stopping everything by one command, in a JVM of its own. */
class StartIT {
  private static final Duration SERVERS_END = Duration.ofSeconds(10);
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir static Path data;

  private static final Vertx PEOPLE = Vertx.vertx();

  @AfterAll
  static void goHome() {
    PEOPLE.close();
  }

  @Test
  void saysWhereItIsWhenItCanBeUsed() {
    try (ParleyProcess parley = start().awaitReady()) {
      Person.call(PEOPLE, parley.port(), HttpMethod.GET, "/health/ready", null, null).expect(200);
      Person.call(PEOPLE, parley.port(), HttpMethod.GET, "/", null, null).expect(200);
      assertTrue(
          parley.has("Its data is in " + data.toAbsolutePath()), () -> parley.printed().toString());
      assertTrue(parley.servers().size() >= 2, "PostgreSQL and Redis of its own");
      Printed.hasNoStackTrace(parley.printed());
    }
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void stopsCleanlyWhenAskedTo(String signal, int code) {
    try (ParleyProcess parley = start().awaitReady()) {
      List<ProcessHandle> servers = parley.servers();
      assertEquals(code, parley.stop(signal), () -> parley.printed().toString());
      assertEquals(List.of(), alive(servers), "stopped before the process ended");
      assertTrue(parley.has("Stopping"), () -> parley.printed().toString());
      Printed.hasNoStackTrace(parley.printed());
    }
  }

  @Test
  void leavesNothingBehindWhenKilledAndFindsItsDataAgain() {
    try (ParleyProcess parley = start().awaitReady()) {
      Person.signUp(PEOPLE, parley.port(), "survivor");
      List<ProcessHandle> servers = parley.servers();
      assertNotEquals(List.of(), servers);
      parley.kill();
      Await.until("no orphan", SERVERS_END, () -> alive(servers).isEmpty());
    }
    try (ParleyProcess again = start().awaitReady()) {
      assertEquals("survivor", Person.logIn(PEOPLE, again.port(), "survivor").username());
      Printed.hasNoStackTrace(again.printed());
    }
  }

  /** The servers of the one that died may be stopping still. */
  @Test
  void startsAtOnceAfterItWasKilled() {
    try (ParleyProcess parley = start().awaitReady()) {
      parley.kill();
    }
    try (ParleyProcess again = start().awaitReady()) {
      Person.call(PEOPLE, again.port(), HttpMethod.GET, "/health/ready", null, null).expect(200);
      Printed.hasNoStackTrace(again.printed());
    }
  }

  @Test
  void refusesAFolderThatIsInUseAndLeavesItsUserAlone() {
    try (ParleyProcess first = start().awaitReady();
        ParleyProcess second = start()) {
      Await.until("refused", SOON, () -> !second.isAlive());
      assertEquals(1, second.awaitExit(), () -> second.printed().toString());
      assertEquals(1, second.err().size(), () -> second.printed().toString());
      assertTrue(
          second.has(data.toString()) && second.has(Long.toString(first.pid())),
          () -> second.printed().toString());
      assertFalse(second.has("Parley is ready"), () -> second.printed().toString());
      Person.call(PEOPLE, first.port(), HttpMethod.GET, "/health/ready", null, null).expect(200);
    }
  }

  private static ParleyProcess start() {
    return ParleyProcess.start(Map.of("PARLEY_PORT", "0", "PARLEY_DATA", data.toString()));
  }

  private static List<ProcessHandle> alive(List<ProcessHandle> servers) {
    return servers.stream().filter(ProcessHandle::isAlive).toList();
  }
}
