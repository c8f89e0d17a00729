package parley.launcher.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.id.ConversationId;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.process.Crash;

/** An embedded server is killed while people talk, and is there again without anybody's help. */
class KilledFaultIT {
  private static final int MESSAGES = 300;

  @TempDir static Path data;

  private static Crowd crowd;

  @BeforeAll
  static void gather() {
    crowd = Crowd.gather(data);
  }

  @AfterAll
  static void leave() {
    crowd.close();
  }

  @BeforeEach
  void beginWell() {
    crowd.awaitWell();
  }

  @Test
  void postgresComesBackAndNothingAcknowledgedIsLostOrDoubled() {
    long killed = crowd.parley.postgres().pid();
    try (BridgeClient socket = crowd.connect()) {
      ConversationId aside = Crowd.room(socket);
      crowd.talkThrough(
          "Postgres killed",
          MESSAGES,
          () -> {
            Crash.of(killed);
            crowd.awaitRefusal(socket, aside);
          });
    }
    assertNotEquals(killed, crowd.parley.postgres().pid());
    assertEquals(200, crowd.readiness().status());
    crowd.canComeIn();
  }

  @Test
  void redisComesBackAndNobodyMindsMeanwhile() {
    long killed = crowd.parley.redis().pid();
    crowd.talkThrough(
        "Redis killed",
        MESSAGES,
        () -> {
          Crash.of(killed);
          crowd.canComeIn();
        });
    assertNotEquals(killed, crowd.parley.redis().pid());
    assertEquals(Set.of(), crowd.away());
    crowd.canComeIn();
  }
}
