package parley.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.presence.PresenceState.OFFLINE;
import static parley.contract.presence.PresenceState.ONLINE;

import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.id.GatewayId;
import parley.contract.id.RollId;
import parley.contract.id.UserId;
import parley.contract.presence.Presence;
import parley.contract.presence.ReportRoll;
import parley.contract.presence.RollEntry;
import parley.testkit.bridge.Await;
import parley.testkit.servers.RedisExtension;

/** When somebody was last here. */
class SeenIT {
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  private static final long HOLDS_MS = 1_000;

  /** What ran out waits so long for being swept after presence has begun. */
  private static final Duration NOT_SWEPT = Duration.ofSeconds(3);

  private final RollId roll = PresenceRig.roll();
  private final UserId ada = PresenceRig.account();
  private final GatewayId gateway = PresenceRig.gateway();

  @AfterEach
  void empty() {
    REDIS.flush();
  }

  @Test
  void isToldOfWhoSharesItOnceTheLastRollLosesThem() {
    try (PresenceRig rig = new PresenceRig(REDIS.uri())) {
      Heard heard = rig.listen(gateway);
      rig.watch(gateway, ada);
      RollId second = PresenceRig.roll();
      arrive(rig, roll, 1, ada, 5);
      arrive(rig, second, 1, ada, 5);
      rig.leave(roll, 2, ada);
      heard.awaitNewest(ada, ONLINE);
      assertEquals(new Presence(ada, ONLINE), rig.presence(gateway, ada));
      assertEquals(List.of(), rig.keys("presence:seen:*"));
      long before = System.currentTimeMillis();
      rig.leave(second, 2, ada);
      long after = System.currentTimeMillis();
      Presence gone = rig.presence(gateway, ada);
      assertTrue(gone.lastSeenAt() >= before - 1 && gone.lastSeenAt() <= after + 1);
      Await.until("the same is told", () -> gone.equals(heard.newestOf(ada)));
      long holds = rig.redis(Command.PTTL, "presence:seen:" + ada).toLong();
      assertTrue(holds <= Duration.ofDays(30).toMillis(), holds + " ms");
      assertTrue(holds > Duration.ofDays(29).toMillis(), holds + " ms");
    }
  }

  @Test
  void isNotKeptOfWhoDoesNotShareItNorWhileSomebodyIsHere() {
    try (PresenceRig rig = new PresenceRig(REDIS.uri())) {
      arrive(rig, roll, 1, ada, 0);
      rig.leave(roll, 2, ada);
      assertEquals(new Presence(ada, OFFLINE), rig.presence(gateway, ada));
      arrive(rig, roll, 3, ada, 2);
      rig.leave(roll, 4, ada);
      assertEquals(1, rig.keys("presence:seen:*").size());
      arrive(rig, roll, 5, ada, 0);
      assertEquals(List.of(), rig.keys("presence:seen:*"));
      rig.leave(roll, 6, ada);
      assertNull(rig.presence(gateway, ada).lastSeenAt());
    }
  }

  @Test
  void isTheEndOfARollThatNobodyRenewed() {
    try (PresenceRig rig = new PresenceRig(REDIS.uri())) {
      long before = System.currentTimeMillis();
      report(rig, roll, 1, HOLDS_MS, new RollEntry(ada, ONLINE, 5));
      long after = System.currentTimeMillis();
      Await.until("it is known", () -> rig.presence(gateway, ada).lastSeenAt() != null);
      long at = rig.presence(gateway, ada).lastSeenAt();
      assertTrue(at >= before + HOLDS_MS - 1 && at <= after + HOLDS_MS + 1, at + " not " + before);
    }
  }

  @Test
  void isTheLatestOfSeveralRollsWhicheverIsSweptLast() {
    try (PresenceRig rig = new PresenceRig(REDIS.uri(), NOT_SWEPT, 1)) {
      RollId second = PresenceRig.roll();
      report(rig, roll, 1, HOLDS_MS, new RollEntry(ada, ONLINE, 5));
      arrive(rig, second, 1, ada, 5);
      long end = System.currentTimeMillis() + HOLDS_MS;
      Await.until("the first has run out", () -> System.currentTimeMillis() > end + 100);
      long before = System.currentTimeMillis();
      rig.leave(second, 2, ada);
      Await.until("it is swept", () -> rig.keys("presence:states:" + roll + "*").isEmpty());
      long at = rig.presence(gateway, ada).lastSeenAt();
      assertTrue(at >= before - 1, at + " not " + before);
    }
  }

  @Test
  void isToldNoMoreOnceItIsNotSharedAlsoWhereAGatewayHasNotHeardOfIt() {
    FakeAppearances appearances = new FakeAppearances(true);
    try (PresenceRig rig = new PresenceRig(REDIS.uri(), appearances)) {
      Heard heard = rig.listen(gateway);
      leaveSharing(rig, 1, 5);
      Presence shared = rig.presence(gateway, ada);
      Await.until("it is told", () -> shared.equals(heard.newestOf(ada)));
      rig.tell(appearances.choose(ada, false, 6));
      Await.until("it is not told", () -> unshared(rig));
      Await.until("the end is told", () -> new Presence(ada, OFFLINE).equals(heard.newestOf(ada)));
      leaveSharing(rig, 3, 5);
      assertTrue(unshared(rig), "by an older choice");
      appearances.choose(ada, true, 7);
      leaveSharing(rig, 5, 7);
      assertTrue(rig.presence(gateway, ada).lastSeenAt() != null, "by a newer choice");
    }
  }

  @Test
  void isForgottenAlsoWhenTheSignalIsLost() {
    FakeAppearances appearances = new FakeAppearances(true);
    try (PresenceRig rig = new PresenceRig(REDIS.uri(), appearances)) {
      leaveSharing(rig, 1, 5);
      appearances.choose(ada, false, 6);
      Await.until("it is not told", () -> unshared(rig));
    }
  }

  @Test
  void isForgottenAlsoWhereItWasChosenLongAgo() {
    try (PresenceRig rig = new PresenceRig(REDIS.uri())) {
      leaveSharing(rig, 1, 5);
      assertTrue(rig.presence(gateway, ada).lastSeenAt() != null);
    }
    FakeAppearances appearances = new FakeAppearances(false);
    appearances.choose(ada, false, 6);
    try (PresenceRig rig = new PresenceRig(REDIS.uri(), appearances)) {
      Await.until("it is not told", () -> unshared(rig));
    }
  }

  private boolean unshared(PresenceRig rig) {
    return rig.presence(gateway, ada).lastSeenAt() == null;
  }

  private void leaveSharing(PresenceRig rig, long number, long choice) {
    rig.watch(gateway, ada);
    arrive(rig, roll, number, ada, choice);
    rig.leave(roll, number + 1, ada);
  }

  private static void arrive(
      PresenceRig rig, RollId roll, long number, UserId account, long choice) {
    report(rig, roll, number, PresenceRig.LONG_MS, new RollEntry(account, ONLINE, choice));
  }

  private static void report(
      PresenceRig rig, RollId roll, long number, long holdsMs, RollEntry entry) {
    rig.report(new ReportRoll(roll, number, holdsMs, List.of(entry), List.of()));
  }
}
