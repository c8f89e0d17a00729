package parley.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping and starting again, after all that can have happened in between. */
class PostgresStartIT {
  @TempDir Path temporary;
  private DataFolder folder;

  @BeforeEach
  void openFolder() {
    folder = DataFolder.open(temporary.resolve("da ta"), TestFolders.CACHE);
  }

  @AfterEach
  void closeFolder() {
    folder.close();
  }

  @Test
  void keepsDataOverARestart() throws SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
      Jdbc.run(postgres.uri(), "create table t as select 42 as n");
    }
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
      assertEquals("42", Jdbc.ask(postgres.uri(), "select n from t"));
    }
  }

  @Test
  void stopsWithOpenConnectionsAndIsIdempotent() throws Exception {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
    try (var connection = Jdbc.connect(postgres.uri())) {
      assertTrue(connection.isValid(1));
      postgres.stop();
      postgres.onExit().get(1, TimeUnit.SECONDS);
      assertFalse(postgres.isAlive());
      assertFalse(Files.exists(folder.path().resolve("postgres/cluster/postmaster.pid")));
      postgres.stop();
    }
  }

  @Test
  void restartsOnTheSamePortAfterItsServerWasKilled() throws Exception {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
    Jdbc.run(postgres.uri(), "create table t as select 1 as n");
    ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();
    postgres.onExit().get(10, TimeUnit.SECONDS);
    PostgresOptions samePort = PostgresOptions.defaults().withPort(postgres.port());
    try (EmbeddedPostgres again = EmbeddedPostgres.start(folder, samePort)) {
      assertEquals(postgres.port(), again.port());
      assertEquals("1", Jdbc.ask(postgres.uri(), "select n from t"));
    }
  }

  @Test
  void startsAlthoughAStrangerHasTheOldProcessNumber() throws Exception {
    EmbeddedPostgres.start(folder).stop();
    Path stale = folder.path().resolve("postgres/cluster/postmaster.pid");
    Files.writeString(stale, "1\n" + stale.getParent() + "\n0\n5432\n\n127.0.0.1\n\nready\n");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
      assertEquals("1", Jdbc.ask(postgres.uri(), "select 1"));
    }
  }

  @Test
  void setsUpAgainAfterAnInterruptedFirstStart() throws Exception {
    Path draft = Files.createDirectories(folder.path().resolve("postgres.init/cluster/base"));
    Files.writeString(draft.resolve("half"), "half");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
      assertEquals("1", Jdbc.ask(postgres.uri(), "select 1"));
    }
    assertFalse(Files.exists(draft));
  }

  @Test
  void saysWithItsLogWhyItDoesNotStart() throws Exception {
    EmbeddedPostgres.start(folder).stop();
    Files.writeString(folder.path().resolve("postgres/cluster/PG_VERSION"), "11\n");
    EmbeddedServerException refused =
        assertThrows(EmbeddedServerException.class, () -> EmbeddedPostgres.start(folder));
    assertTrue(refused.getMessage().contains("not compatible with"), refused.getMessage());
  }

  @Test
  void givesUpOnATakenPortWithinItsTime() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      PostgresOptions options =
          PostgresOptions.defaults()
              .withPort(taken.getLocalPort())
              .withStartTimeout(Duration.ofSeconds(5));
      EmbeddedServerException refused =
          assertThrows(
              EmbeddedServerException.class, () -> EmbeddedPostgres.start(folder, options));
      assertTrue(refused.getMessage().contains("Address already in use"), refused.getMessage());
    }
  }
}
