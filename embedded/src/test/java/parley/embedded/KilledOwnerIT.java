package parley.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left of the servers, and what of the data, when the JVM that owns them dies. */
@Timeout(90)
class KilledOwnerIT {
  @TempDir Path temporary;

  @Test
  void leavesNoServerBehindAndTheNextStartHasTheData() throws Exception {
    OwnerJvm owner = OwnerJvm.start(temporary);
    Jdbc.run(owner.uri("postgres"), "create table t as select 7 as n");
    List<ProcessHandle> servers = List.of(owner.server("postgres"), owner.server("redis"));
    owner.process().destroyForcibly().waitFor();
    for (ProcessHandle server : servers) {
      server.onExit().get(10, TimeUnit.SECONDS);
      assertFalse(server.isAlive());
    }
    startsWithSeven();
  }

  @Test
  void startsAgainAtOnceAfterTheKill() throws Exception {
    OwnerJvm owner = OwnerJvm.start(temporary);
    Jdbc.run(owner.uri("postgres"), "create table t as select 7 as n");
    owner.process().destroyForcibly().waitFor();
    startsWithSeven();
  }

  @Test
  void startsAgainAtOnceAfterJvmAndServersWereKilled() throws Exception {
    OwnerJvm owner = OwnerJvm.start(temporary);
    Jdbc.run(owner.uri("postgres"), "create table t as select 7 as n");
    ProcessHandle postgres = owner.server("postgres");
    ProcessHandle redis = owner.server("redis");
    owner.process().destroyForcibly();
    postgres.destroyForcibly();
    redis.destroyForcibly();
    owner.process().waitFor();
    startsWithSeven();
  }

  @Test
  void endsOrphansThatTheKernelDidNotEnd() throws Exception {
    try (DataFolder folder = DataFolder.open(temporary, TestFolders.CACHE)) {
      EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
      EmbeddedRedis redis = EmbeddedRedis.start(folder);
      try (EmbeddedPostgres again = EmbeddedPostgres.start(folder);
          EmbeddedRedis redisAgain = EmbeddedRedis.start(folder)) {
        assertFalse(postgres.isAlive());
        assertFalse(redis.isAlive());
        assertTrue(again.isAlive());
        assertTrue(redisAgain.isAlive());
      }
    }
  }

  @Test
  void refusesASecondOwnerByNameAndNumber() throws Exception {
    OwnerJvm owner = OwnerJvm.start(temporary);
    DataFolderInUse refused =
        assertThrows(DataFolderInUse.class, () -> DataFolder.open(temporary, TestFolders.CACHE));
    assertTrue(refused.getMessage().contains(temporary.toRealPath().toString()));
    assertTrue(refused.getMessage().contains(Long.toString(owner.process().pid())));
    owner.process().getOutputStream().close();
    assertEquals(0, owner.process().waitFor());
  }

  @Test
  void keepsServersOutOfReachOfCtrlC() throws Exception {
    // Whoever runs this in the background may have had the signal ignored.
    OwnerJvm owner = OwnerJvm.start(temporary, "env", "--default-signal=INT", "setsid");
    long terminal = owner.process().pid();
    assertNotEquals(terminal, groupOf(owner.server("postgres")));
    assertNotEquals(terminal, groupOf(owner.server("redis")));
    assertTrue(
        Command.of(List.of(), "sh", "-c", "kill -INT -" + terminal)
            .succeeds(Duration.ofSeconds(5)));
    // Printed only if the JVM itself stopped both servers, in its own order.
    assertEquals("stopped both", owner.lastLine());
  }

  private static long groupOf(ProcessHandle process) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[2]);
  }

  private void startsWithSeven() throws Exception {
    try (DataFolder folder = DataFolder.open(temporary, TestFolders.CACHE);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
        EmbeddedRedis redis = EmbeddedRedis.start(folder)) {
      assertEquals("7", Jdbc.ask(postgres.uri(), "select n from t"));
      assertTrue(redis.isAlive());
    }
  }
}
