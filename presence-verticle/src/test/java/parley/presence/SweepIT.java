package parley.presence;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.presence.PresenceState.AWAY;
import static parley.contract.presence.PresenceState.BUSY;
import static parley.contract.presence.PresenceState.OFFLINE;
import static parley.contract.presence.PresenceState.ONLINE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.contract.id.GatewayId;
import parley.contract.id.RollId;
import parley.contract.id.UserId;
import parley.contract.presence.Presence;
import parley.contract.presence.PresenceChange;
import parley.contract.presence.RollReported;
import parley.testkit.bridge.Await;
import parley.testkit.servers.RedisExtension;

/** Rolls that nobody renews any more. */
class SweepIT {
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  private static final long HOLDS_MS = 3_000;
  private static final long BUSY_MACHINE_MS = 3_000;

  private final RollId roll = PresenceRig.roll();
  private final UserId ada = PresenceRig.account();
  private final UserId bob = PresenceRig.account();
  private final GatewayId gateway = PresenceRig.gateway();

  @AfterEach
  void empty() {
    REDIS.flush();
  }

  @Test
  void whoIsOnARollThatRanOutIsOfflineAndToldSo() {
    try (PresenceRig rig = new PresenceRig(REDIS.uri())) {
      Heard heard = rig.listen(gateway);
      rig.watch(gateway, ada);
      rig.report(roll, 1, HOLDS_MS, List.of(ada), List.of());
      heard.awaitNewest(ada, ONLINE);
      heard.awaitNewest(ada, OFFLINE);
      List<Long> at = heard.all().stream().map(PresenceChange::at).toList();
      long tookMs = TimeUnit.MICROSECONDS.toMillis(at.get(1) - at.get(0));
      assertTrue(tookMs >= HOLDS_MS - 1, "offline after " + tookMs + " ms");
      assertTrue(
          tookMs < HOLDS_MS + PresenceRig.SWEEP.toMillis() + BUSY_MACHINE_MS,
          "offline only after " + tookMs + " ms");
      assertEquals(new RollReported(false, 0), rig.leave(roll, 2));
    }
  }

  @Test
  void anEmptyReportKeepsTheWholeRoll() {
    try (PresenceRig rig = new PresenceRig(REDIS.uri())) {
      Heard heard = rig.listen(gateway);
      rig.watch(gateway, ada, bob);
      rig.report(roll, 1, HOLDS_MS, List.of(ada), List.of());
      assertEquals(new RollReported(true, 1), rig.leave(roll, 2));
      rig.report(PresenceRig.roll(), 1, HOLDS_MS, List.of(bob), List.of());
      heard.awaitNewest(bob, OFFLINE);
      assertEquals(Map.of(ada, ONLINE, bob, OFFLINE), rig.watch(gateway, ada, bob));
      assertEquals(List.of(ONLINE), heard.of(ada));
    }
  }

  @Test
  void whoIsOnAnotherRollStaysOnlineAndOnTwoThatRanOutGoesOnce() {
    try (PresenceRig rig = new PresenceRig(REDIS.uri())) {
      Heard heard = rig.listen(gateway);
      UserId last = PresenceRig.account();
      rig.watch(gateway, ada, bob, last);
      rig.arrive(PresenceRig.roll(), 1, ada);
      rig.report(roll, 1, HOLDS_MS, List.of(ada, bob), List.of());
      rig.report(PresenceRig.roll(), 1, HOLDS_MS, List.of(bob), List.of());
      rig.report(PresenceRig.roll(), 1, HOLDS_MS + 500, List.of(last), List.of());
      heard.awaitNewest(last, OFFLINE);
      assertEquals(List.of(ONLINE), heard.of(ada));
      assertEquals(List.of(ONLINE, OFFLINE), heard.of(bob));
    }
  }

  @Test
  void whoIsOnAnotherRollIsThereAsThatOneSays() {
    try (PresenceRig rig = new PresenceRig(REDIS.uri())) {
      Heard heard = rig.listen(gateway);
      rig.watch(gateway, ada, bob);
      RollId other = PresenceRig.roll();
      rig.arriveAs(AWAY, other, 1, ada);
      rig.arriveAs(BUSY, other, 2, bob);
      rig.arriveAs(ONLINE, roll, 1, HOLDS_MS, ada, bob);
      heard.awaitNewest(ada, ONLINE);
      heard.awaitNewest(ada, AWAY);
      assertEquals(Map.of(ada, AWAY, bob, BUSY), rig.watch(gateway, ada, bob));
      assertEquals(List.of(BUSY), heard.of(bob));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void manyAreSweptInBatchesToldOnceAndLeaveNothingBehind(int instances) {
    List<UserId> many = PresenceRig.accounts(1_200);
    try (PresenceRig rig = new PresenceRig(REDIS.uri(), Duration.ZERO, instances)) {
      for (int page = 0; page < 3; page++) {
        List<UserId> arrived = many.subList(page * 400, (page + 1) * 400);
        rig.watch(gateway, PresenceRig.LONG_MS, arrived);
        rig.report(roll, page + 1, HOLDS_MS, arrived, List.of());
      }
      Await.until("the roll is gone", () -> rig.keys("presence:states:*").isEmpty());
      assertEquals(List.of(), rig.keys("presence:named:*"));
      rig.undeploy();
      Map<UserId, Long> timesOffline =
          rig.told().stream()
              .map(PresenceChange::presence)
              .filter(told -> told.state() == OFFLINE)
              .collect(groupingBy(Presence::account, counting()));
      assertEquals(Set.copyOf(many), timesOffline.keySet());
      assertEquals(Set.of(1L), Set.copyOf(timesOffline.values()));
    }
  }
}
