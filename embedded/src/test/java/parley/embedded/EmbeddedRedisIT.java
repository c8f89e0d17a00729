package parley.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisIT {
  @TempDir Path temporary;
  private DataFolder folder;

  @BeforeEach
  void openFolder() {
    folder = DataFolder.open(temporary.resolve("da \"ta"), TestFolders.CACHE);
  }

  @AfterEach
  void closeFolder() {
    folder.close();
  }

  @Test
  void keepsDataOverARestart() throws IOException {
    try (EmbeddedRedis redis = EmbeddedRedis.start(folder)) {
      assertEquals("+OK", Resp.ask(redis.uri(), "SET a kept"));
    }
    try (EmbeddedRedis redis = EmbeddedRedis.start(folder)) {
      assertEquals("kept", Resp.ask(redis.uri(), "GET a"));
    }
  }

  @Test
  void isBoundedAndAppendsItsChanges() throws IOException {
    try (EmbeddedRedis redis = EmbeddedRedis.start(folder)) {
      assertEquals("268435456", Resp.ask(redis.uri(), "CONFIG GET maxmemory"));
      assertEquals("noeviction", Resp.ask(redis.uri(), "CONFIG GET maxmemory-policy"));
      assertEquals("yes", Resp.ask(redis.uri(), "CONFIG GET appendonly"));
      assertEquals("127.0.0.1", Resp.ask(redis.uri(), "CONFIG GET bind"));
    }
  }

  @Test
  void refusesCallersWithoutThePasswordAndHidesIt() throws IOException {
    try (EmbeddedRedis redis = EmbeddedRedis.start(folder)) {
      assertTrue(Resp.withoutPassword(redis.port(), "GET a").startsWith("-NOAUTH"));
      String secret = redis.uri().replaceAll("redis://:([^@]+)@.*", "$1");
      String commandLine = Files.readString(Path.of("/proc/" + redis.pid() + "/cmdline"));
      assertFalse(commandLine.contains(secret));
      Path configuration = folder.path().resolve("redis/redis.conf");
      assertTrue(Files.readString(configuration).contains(secret));
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(configuration)));
    }
  }

  @Test
  void restartsOnTheSamePortWithTheSamePasswordAfterItWasKilled() throws Exception {
    EmbeddedRedis redis = EmbeddedRedis.start(folder);
    ProcessHandle.of(redis.pid()).orElseThrow().destroyForcibly();
    redis.onExit().get(10, TimeUnit.SECONDS);
    assertFalse(redis.isAlive());
    RedisOptions samePort = RedisOptions.defaults().withPort(redis.port());
    try (EmbeddedRedis again = EmbeddedRedis.start(folder, samePort)) {
      assertEquals(redis.uri(), again.uri());
      assertEquals(":0", Resp.ask(redis.uri(), "DBSIZE"));
    }
  }

  @Test
  void givesUpOnATakenPortWithinItsTime() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      RedisOptions options = new RedisOptions(taken.getLocalPort(), Duration.ofSeconds(2));
      EmbeddedServerException refused =
          assertThrows(EmbeddedServerException.class, () -> EmbeddedRedis.start(folder, options));
      assertTrue(refused.getMessage().contains("Failed listening on port"), refused.getMessage());
    }
  }

  @Test
  void saysWithItsLogWhyItDoesNotStart() throws IOException {
    EmbeddedRedis.start(folder).stop();
    Path manifest = folder.path().resolve("redis/appendonlydir/appendonly.aof.manifest");
    Files.writeString(manifest, "nonsense\n");
    EmbeddedServerException refused =
        assertThrows(EmbeddedServerException.class, () -> EmbeddedRedis.start(folder));
    assertTrue(refused.getMessage().contains("AOF manifest"), refused.getMessage());
  }
}
