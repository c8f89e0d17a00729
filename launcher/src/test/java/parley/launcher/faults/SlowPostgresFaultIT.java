package parley.launcher.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.id.ConversationId;
import parley.testkit.bridge.BridgeClient;

/** PostgreSQL lives and does not get on: others hold what appends and reads need. */
class SlowPostgresFaultIT {
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

  @Test
  void appendsAreRefusedInTimeWhileSomebodyHoldsTheFeeds() {
    crowd.talkThrough("Feeds held", MESSAGES, () -> during("select 1 from feed for update"));
    crowd.canComeIn();
  }

  @Test
  void everythingIsRefusedInTimeWhileTablesAreLocked() {
    crowd.talkThrough(
        "Tables locked",
        MESSAGES,
        () -> during("lock table feed, message in access exclusive mode"));
    assertEquals(Set.of(), crowd.away());
    crowd.canComeIn();
  }

  private static void during(String hold) {
    try (BridgeClient socket = crowd.connect()) {
      ConversationId aside = Crowd.room(socket);
      try (Hold feeds = Hold.of(crowd.parley.postgres().uri(), hold)) {
        feeds.awaitWaiting();
        crowd.refusesToAppend(socket, aside);
      }
    }
  }
}
