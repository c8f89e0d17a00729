package parley.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration LITTLE = Duration.ofMillis(20);
  private static final Duration LONGER_THAN_THE_PAUSE = Duration.ofMillis(1_500);

  @TempDir Path temporary;
  private DataFolder folder;

  @BeforeEach
  void openFolder() {
    folder = DataFolder.open(temporary.resolve("data"), TestFolders.CACHE);
  }

  @AfterEach
  void closeFolder() {
    folder.close();
  }

  @Test
  void startsAKilledServerAgainOnItsPortAndData() throws Exception {
    try (Supervised<EmbeddedRedis> redis = Supervised.redis(folder)) {
      EmbeddedRedis first = redis.server();
      assertEquals("+OK", Resp.ask(first.uri(), "SET a kept"));
      // What Redis appends reaches the file at the end of the command, the disk within a second.
      kill(first);
      awaitOther(redis, first);
      assertEquals(first.uri(), redis.server().uri());
      assertEquals("kept", Resp.ask(first.uri(), "GET a"));
    }
  }

  @Test
  void startsItAgainHoweverOftenItEnds() throws Exception {
    try (Supervised<EmbeddedPostgres> postgres = Supervised.postgres(folder)) {
      EmbeddedPostgres first = postgres.server();
      kill(first);
      EmbeddedPostgres second = awaitOther(postgres, first);
      kill(second);
      assertEquals(first.uri(), awaitOther(postgres, second).uri());
    }
  }

  @Test
  void leavesAServerThatWasStoppedStopped() throws Exception {
    Supervised<EmbeddedRedis> redis = Supervised.redis(folder);
    EmbeddedRedis only = redis.server();
    redis.stop();
    assertFalse(only.isAlive());
    redis.stop();
    staysAway(redis, only);
  }

  @Test
  void startsNothingWhenItIsStoppedDuringThePause() throws Exception {
    Supervised<EmbeddedRedis> redis = Supervised.redis(folder);
    EmbeddedRedis only = redis.server();
    kill(only);
    redis.stop();
    staysAway(redis, only);
  }

  private static void staysAway(Supervised<EmbeddedRedis> redis, EmbeddedRedis only) {
    Deadline deadline = Deadline.in(LONGER_THAN_THE_PAUSE);
    while (!deadline.hasPassed()) {
      assertEquals(only.pid(), redis.server().pid());
      assertFalse(new RedisProbe(only.port(), "").answers());
      deadline.pause(LITTLE);
    }
  }

  private static void kill(EmbeddedServer server) throws Exception {
    ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
    server.onExit().get(10, TimeUnit.SECONDS);
  }

  private static <S extends EmbeddedServer> S awaitOther(Supervised<S> supervised, S than) {
    Deadline deadline = Deadline.in(SOON);
    while (supervised.server() == than) {
      assertFalse(deadline.hasPassed(), "not started again");
      deadline.pause(LITTLE);
    }
    assertNotEquals(than.pid(), supervised.server().pid());
    assertTrue(supervised.server().isAlive());
    return supervised.server();
  }
}
