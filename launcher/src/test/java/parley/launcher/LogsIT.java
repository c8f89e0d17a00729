package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.testkit.bridge.Await;

/** What is said to Parley, and what it says to open doors, is in no log at any level. */
class LogsIT {
  private static final Duration NOTICED = Duration.ofSeconds(20);
  private static final String DEBUG = "logback-debug.xml";

  @TempDir static Path data;

  private static final Vertx PEOPLE = Vertx.vertx();

  @AfterAll
  static void goHome() {
    PEOPLE.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"logback.xml", DEBUG})
  void printsNoSecretAndNoStackTraceWhateverItIsSent(String logging) {
    try (ParleyProcess parley = start(logging)) {
      Indiscretion somebody = new Indiscretion(PEOPLE, parley.port());
      String access = somebody.useAccount();
      somebody.abuseHttp(access);
      somebody.hangUp(access);
      somebody.abuseBridge(access);
      assertEquals(143, parley.stop("TERM"));
      assertTrue(parley.has("launcher.started"), "it does log");
      Printed.hasNoStackTrace(parley.printed());
      Printed.hasNothingOf(parley.printed(), somebody.secrets());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"logback.xml", DEBUG})
  void printsNoSecretAndNoStackTraceWhenItsServersDie(String logging) throws IOException {
    try (ParleyProcess parley = start(logging)) {
      Indiscretion somebody = new Indiscretion(PEOPLE, parley.port());
      String access = somebody.useAccount();
      parley.servers().forEach(ProcessHandle::destroyForcibly);
      somebody.insist(access);
      Await.until("noticed", NOTICED, () -> parley.has("gateway.redis.away"));
      assertEquals(143, parley.stop("TERM"));
      assertEquals(logging.equals(DEBUG), parley.has("DEBUG p.p"), "the level is what it says");
      Printed.hasNoStackTrace(parley.printed());
      Printed.hasNothingOf(parley.printed(), somebody.secrets());
      Printed.hasNothingOf(parley.printed(), passwords());
    }
  }

  private static ParleyProcess start(String logging) {
    Map<String, String> environment = Map.of("PARLEY_PORT", "0", "PARLEY_DATA", data.toString());
    return ParleyProcess.logging(logging, environment).awaitReady();
  }

  /** Of the servers that it brought along. */
  private static List<String> passwords() throws IOException {
    List<String> passwords = new ArrayList<>();
    for (String file : List.of("postgres/superuser.password", "postgres/owner.password")) {
      passwords.add(Files.readString(data.resolve(file)).strip());
    }
    passwords.add(Files.readString(data.resolve("redis/password")).strip());
    assertTrue(passwords.stream().allMatch(password -> password.length() > 20));
    return passwords;
  }
}
