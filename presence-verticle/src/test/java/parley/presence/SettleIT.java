package parley.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.presence.PresenceState.OFFLINE;
import static parley.contract.presence.PresenceState.ONLINE;
import static parley.contract.presence.PresenceState.UNKNOWN;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.id.GatewayId;
import parley.contract.id.RollId;
import parley.contract.id.UserId;
import parley.contract.presence.PresenceChange;
import parley.contract.presence.RollReported;
import parley.testkit.bridge.Await;
import parley.testkit.servers.RedisExtension;

/** Nobody is called offline because something was lost, or because nobody could report. */
class SettleIT {
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  private static final Duration SETTLE = Duration.ofSeconds(4);
  private static final long HOLDS_MS = 3_000;

  private final RollId roll = PresenceRig.roll();
  private final UserId ada = PresenceRig.account();
  private final UserId bob = PresenceRig.account();
  private final GatewayId gateway = PresenceRig.gateway();

  @AfterEach
  void empty() {
    REDIS.flush();
  }

  @Test
  void afterALossNothingIsKnownUntilTheGatewaysHaveReportedAgain() {
    try (PresenceRig rig = settled()) {
      rig.arrive(roll, 1, ada, bob);
      long lost = System.nanoTime();
      REDIS.flush();
      assertEquals(Map.of(ada, UNKNOWN, bob, UNKNOWN), rig.watch(gateway, ada, bob));
      assertEquals(new RollReported(false, 0), rig.leave(roll, 2));
      rig.arrive(PresenceRig.roll(), 1, bob);
      assertEquals(Map.of(ada, UNKNOWN, bob, ONLINE), rig.watch(gateway, ada, bob));
      Await.until("ada is offline", () -> rig.watch(gateway, ada).get(ada) == OFFLINE);
      long knownAfterMs = (System.nanoTime() - lost) / 1_000_000;
      assertTrue(knownAfterMs >= SETTLE.toMillis() - 1, "known after " + knownAfterMs + " ms");
    }
  }

  @Test
  void whoLeavesOneOfTheRollsIsUnknownWhileOthersMayNameTheAccount() {
    try (PresenceRig rig = settled()) {
      REDIS.flush();
      Heard heard = rig.listen(gateway);
      rig.arrive(roll, 1, ada);
      rig.watch(gateway, ada);
      rig.leave(roll, 2, ada);
      heard.awaitNewest(ada, UNKNOWN);
    }
  }

  @Test
  void rollsThatRanOutWhileNobodyCouldReportAreNotSweptAtOnce() {
    try (PresenceRig rig = settled()) {
      rig.watch(gateway, ada, bob);
      rig.report(roll, 1, HOLDS_MS, List.of(ada, bob), List.of());
    }
    long away = System.currentTimeMillis();
    Await.until("the roll ran out", () -> System.currentTimeMillis() > away + HOLDS_MS + 200);

    long back = System.currentTimeMillis();
    try (PresenceRig rig = new PresenceRig(REDIS.uri(), SETTLE, 1)) {
      Heard heard = rig.listen(gateway);
      assertEquals(Map.of(ada, UNKNOWN), rig.watch(gateway, ada));
      assertEquals(new RollReported(false, 0), rig.leave(roll, 2));
      rig.arrive(PresenceRig.roll(), 1, bob);
      heard.awaitNewest(ada, OFFLINE);
      List<PresenceChange> toldOfAda =
          heard.all().stream().filter(c -> c.presence().account().equals(ada)).toList();
      assertEquals(List.of(OFFLINE), heard.of(ada));
      assertTrue(toldOfAda.get(0).at() / 1_000 >= back + SETTLE.toMillis() - 1);
      assertEquals(List.of(ONLINE), heard.of(bob));
    }
  }

  @Test
  void aRollBegunAgainAfterItRanOutBringsItsPeopleBack() {
    // Nothing is swept before it is settled: the roll stays where it was.
    try (PresenceRig rig = new PresenceRig(REDIS.uri(), Duration.ofMinutes(1), 1)) {
      Heard heard = rig.listen(gateway);
      rig.watch(gateway, ada);
      rig.report(roll, 1, HOLDS_MS, List.of(ada), List.of());
      heard.awaitNewest(ada, ONLINE);
      Await.until("it ran out", () -> rig.watch(gateway, ada).get(ada) == UNKNOWN);
      assertEquals(new RollReported(true, 1), rig.arrive(roll, 1, ada));
      assertEquals(Map.of(ada, ONLINE), rig.watch(gateway, ada));
      Await.until("it is told", () -> heard.of(ada).equals(List.of(ONLINE, ONLINE)));
    }
  }

  /** A verticle with a Redis that has been in use for long enough. */
  private PresenceRig settled() {
    PresenceRig rig = new PresenceRig(REDIS.uri(), SETTLE, 1);
    UserId nobody = PresenceRig.account();
    Await.until("it is settled", () -> rig.watch(gateway, nobody).get(nobody) == OFFLINE);
    return rig;
  }
}
