package parley.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two ways in which root hands its servers over to an account without privileges. */
class AccountIT {
  @TempDir Path temporary;

  @BeforeEach
  void onlyAsRoot() throws IOException {
    assumeTrue(Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0), "needs root");
  }

  @Test
  void keepsTheDataWhenTheWayChanges() throws Exception {
    Path data = openTo(temporary).resolve("data");
    Path cache = openTo(temporary).resolve("cache");
    start(data, cache, Account.nobody(), "create table t as select 1 as n");
    assumeTrue(
        Command.of(Account.inNamespace().prefix(), "true")
            .succeeds(java.time.Duration.ofSeconds(5)),
        "needs user namespaces");
    start(data, cache, Account.inNamespace(), "insert into t values (2)");
    start(data, cache, Account.nobody(), "insert into t values (3)");
  }

  @Test
  void runsAsNobodyWhereNamespacesAreRefused() throws Exception {
    try (DataFolder folder =
            DataFolder.open(openTo(temporary).resolve("data"), temporary.resolve("cache"));
        EmbeddedPostgres postgres = postgres(folder, Account.nobody());
        EmbeddedRedis redis =
            EmbeddedRedis.start(
                folder,
                RedisOptions.defaults(),
                Account.nobody(),
                RedisBinary.find(folder.cache()))) {
      assertEquals(65534, uid(postgres.pid()));
      assertEquals(65534, uid(redis.pid()));
      assertEquals("1", Jdbc.ask(postgres.uri(), "select 1"));
      assertEquals(":0", Resp.ask(redis.uri(), "DBSIZE"));
    }
  }

  @Test
  void refusesAFolderThatNobodyMayEnter() throws Exception {
    Path closed = Files.createDirectory(openTo(temporary).resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    try (DataFolder folder = DataFolder.open(closed.resolve("data"), temporary.resolve("cache"))) {
      EmbeddedServerException refused =
          assertThrows(
              EmbeddedServerException.class, () -> postgres(folder, Account.nobody()).close());
      assertTrue(refused.getMessage().contains("may not enter " + closed), refused.getMessage());
    }
  }

  private static void start(Path data, Path cache, Account account, String sql)
      throws SQLException {
    try (DataFolder folder = DataFolder.open(data, cache);
        EmbeddedPostgres postgres = postgres(folder, account)) {
      Jdbc.run(postgres.uri(), sql);
    }
  }

  private static EmbeddedPostgres postgres(DataFolder folder, Account account) {
    PostgresBinaries binaries = PostgresBinaries.unpackedIn(folder.cache());
    return EmbeddedPostgres.start(folder, PostgresOptions.defaults(), account, binaries);
  }

  private static Path openTo(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    return folder.toRealPath();
  }

  private static int uid(long pid) throws IOException {
    return (int) Files.getAttribute(Path.of("/proc/" + pid), "unix:uid");
  }
}
