package parley.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.presence.PresenceState.OFFLINE;
import static parley.contract.presence.PresenceState.ONLINE;
import static parley.contract.presence.PresenceState.UNKNOWN;

import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.id.GatewayId;
import parley.contract.id.RollId;
import parley.contract.id.UserId;
import parley.testkit.bridge.Await;
import parley.testkit.servers.RedisExtension;

/** Redis killed, frozen, full. */
class PresenceFaultIT {
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.dedicated();

  private static final Duration DEADLINE = Duration.ofMillis(1_500);
  private static final long HOLDS_MS = 1_000;

  private final RollId roll = PresenceRig.roll();
  private final UserId ada = PresenceRig.account();
  private final GatewayId gateway = PresenceRig.gateway();
  private PresenceRig rig;
  private Heard heard;

  @BeforeEach
  void start() {
    rig = new PresenceRig(REDIS.uri());
    heard = rig.listen(gateway);
    rig.watch(gateway, ada);
  }

  @AfterEach
  void stop() {
    rig.close();
    REDIS.flush();
  }

  @Test
  void aKilledRedisIsADeclaredFailureAndIsFoundAgain() {
    REDIS.crash();
    try {
      unavailable(() -> rig.arrive(roll, 1, ada));
      unavailable(() -> rig.watch(gateway, ada));
    } finally {
      REDIS.restart();
    }
    Await.until("reports are taken again", () -> succeeds(() -> rig.arrive(roll, 1, ada)));
    assertEquals(ONLINE, rig.watch(gateway, ada).get(ada));
    rig.leave(roll, 2, ada);
    heard.awaitNewest(ada, OFFLINE);
  }

  @Test
  void whatAFrozenRedisDidTooLateForTheCallerIsToldAllTheSame() throws Exception {
    signal("STOP");
    try {
      for (int i = 0; i < 3; i++) {
        unavailable(() -> rig.arrive(roll, 1, ada));
      }
      unavailable(() -> rig.watch(gateway, ada));
    } finally {
      signal("CONT");
    }
    heard.awaitNewest(ada, ONLINE);
    Await.until("reports are taken again", () -> succeeds(() -> rig.leave(roll, 2, ada)));
    heard.awaitNewest(ada, OFFLINE);
  }

  @Test
  void aFullRedisRefusesReportsAndIsSweptAllTheSame() {
    rig.report(roll, 1, HOLDS_MS, List.of(ada), List.of());
    String bytes = rig.redis(Command.CONFIG, "GET", "maxmemory").get("maxmemory").toString();
    rig.redis(Command.CONFIG, "SET", "maxmemory", "1");
    try {
      unavailable(() -> rig.arrive(PresenceRig.roll(), 1, ada));
      heard.awaitNewest(ada, UNKNOWN);
      Await.until("the roll is gone", () -> rig.keys("presence:states:*").isEmpty());
    } finally {
      rig.redis(Command.CONFIG, "SET", "maxmemory", bytes);
    }
    rig.arrive(PresenceRig.roll(), 1, ada);
    heard.awaitNewest(ada, ONLINE);
  }

  private static void unavailable(Executable asked) {
    long begun = System.nanoTime();
    BusFailure failure = assertThrows(BusFailure.class, asked);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    assertEquals(FailureCode.UNAVAILABLE, failure.code());
    assertTrue(took.compareTo(DEADLINE) < 0, "failed only after " + took);
  }

  private static boolean succeeds(Runnable asked) {
    try {
      asked.run();
      return true;
    } catch (BusFailure away) {
      return false;
    }
  }

  private static void signal(String name) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(REDIS.pid())).start();
    assertEquals(0, kill.waitFor());
  }
}
