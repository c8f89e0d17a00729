package parley.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a started server is: durable, private, and set up for its owner. */
class EmbeddedPostgresIT {
  @TempDir static Path temporary;
  private static DataFolder folder;
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() {
    folder = DataFolder.open(temporary.resolve("data"), TestFolders.CACHE);
    postgres = EmbeddedPostgres.start(folder);
  }

  @AfterAll
  static void stop() {
    postgres.stop();
    folder.close();
  }

  @Test
  void isDurableAndSetUpAsPromised() throws SQLException {
    assertEquals("on", setting("fsync"));
    assertEquals("on", setting("synchronous_commit"));
    assertEquals("on", setting("full_page_writes"));
    assertEquals("on", setting("data_checksums"));
    assertEquals("UTF8", setting("server_encoding"));
    assertEquals("scram-sha-256", setting("password_encryption"));
    assertEquals(
        "icu und C",
        Jdbc.ask(
            postgres.uri(),
            "select case datlocprovider when 'i' then 'icu' end || ' ' || datlocale || ' '"
                + " || datcollate from pg_database where datname = 'parley'"));
    assertTrue(Jdbc.ask(postgres.uri(), "select version()").startsWith("PostgreSQL 18."));
  }

  @Test
  void ownsItsDatabaseWithoutBeingSuperuser() throws SQLException {
    assertEquals("off", Jdbc.ask(postgres.uri(), "show is_superuser"));
    assertEquals("on", Jdbc.ask(postgres.superuserUri(), "show is_superuser"));
    Jdbc.run(postgres.uri(), "create schema mine create table t (n int)");
    Jdbc.run(postgres.uri(), "create extension pg_trgm");
    SQLException refused =
        assertThrows(SQLException.class, () -> Jdbc.run(postgres.uri(), "create role other"));
    assertEquals("42501", refused.getSQLState());
  }

  @Test
  void refusesAWrongPasswordAndTheSocketlessTrust() {
    String wrong = postgres.uri().replaceFirst(":[0-9a-f]{48}@", ":wrong@");
    SQLException refused = assertThrows(SQLException.class, () -> Jdbc.connect(wrong));
    assertEquals("28P01", refused.getSQLState());
  }

  @Test
  void keepsPasswordsPrivateAndOffCommandLines() throws Exception {
    Path password = folder.path().resolve("postgres/owner.password");
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(password)));
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())));
    String secret = Files.readString(password).strip();
    String commandLine = Files.readString(Path.of("/proc/" + postgres.pid() + "/cmdline"));
    assertFalse(commandLine.contains(secret));
    try (Stream<Path> logs = Files.list(folder.path().resolve("postgres"))) {
      for (Path log : logs.filter(file -> file.toString().endsWith(".log")).toList()) {
        assertFalse(Files.readString(log, UTF_8).contains(secret), log.toString());
      }
    }
  }

  private static String setting(String name) throws SQLException {
    return Jdbc.ask(postgres.uri(), "select current_setting('" + name + "')");
  }
}
