package parley.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.presence.PresenceState.AWAY;
import static parley.contract.presence.PresenceState.BUSY;
import static parley.contract.presence.PresenceState.OFFLINE;
import static parley.contract.presence.PresenceState.ONLINE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.id.GatewayId;
import parley.contract.id.RollId;
import parley.contract.id.UserId;
import parley.contract.presence.PresenceState;
import parley.contract.presence.RollReported;
import parley.testkit.servers.RedisExtension;

/** What gateways report of their rolls, and whom that is told. */
class RollIT {
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  private final RollId roll = PresenceRig.roll();
  private final UserId ada = PresenceRig.account();
  private final UserId bob = PresenceRig.account();
  private final GatewayId gateway = PresenceRig.gateway();
  private PresenceRig rig;
  private Heard heard;

  @BeforeEach
  void start() {
    rig = new PresenceRig(REDIS.uri());
    heard = rig.listen(gateway);
  }

  @AfterEach
  void stop() {
    rig.close();
    REDIS.flush();
  }

  @Test
  void whoComesAndGoesIsToldToTheGatewaysThatWatchAndToNoOther() {
    UserId cleo = PresenceRig.account();
    GatewayId other = PresenceRig.gateway();
    Heard otherHeard = rig.listen(other);
    assertEquals(Map.of(ada, OFFLINE, bob, OFFLINE), rig.watch(gateway, ada, bob));
    assertEquals(Map.of(bob, OFFLINE), rig.watch(other, bob));

    assertEquals(new RollReported(true, 2), rig.arrive(roll, 1, ada, cleo));
    heard.awaitNewest(ada, ONLINE);
    rig.leave(roll, 2, ada);
    heard.awaitNewest(ada, OFFLINE);
    rig.arrive(roll, 3, bob);
    heard.awaitNewest(bob, ONLINE);
    otherHeard.awaitNewest(bob, ONLINE);

    assertEquals(List.of(ONLINE, OFFLINE), heard.of(ada));
    assertEquals(List.of(), heard.of(cleo));
    assertEquals(List.of(), otherHeard.of(ada));
    assertEquals(Map.of(ada, OFFLINE, bob, ONLINE), rig.watch(gateway, ada, bob));
  }

  @Test
  void staysOnlineWhileAnotherRollNamesTheAccount() {
    RollId second = PresenceRig.roll();
    rig.watch(gateway, ada, bob);
    rig.arrive(roll, 1, ada);
    rig.arrive(second, 1, ada);
    assertEquals(new RollReported(true, 0), rig.leave(roll, 2, ada));
    assertEquals(Map.of(ada, ONLINE), rig.watch(gateway, ada));
    rig.arrive(roll, 3, bob);
    heard.awaitNewest(bob, ONLINE);
    assertEquals(List.of(ONLINE), heard.of(ada));
    rig.leave(second, 2, ada);
    heard.awaitNewest(ada, OFFLINE);
  }

  @Test
  void theStrongestOfSeveralRollsCounts() {
    RollId second = PresenceRig.roll();
    rig.watch(gateway, ada);
    List<PresenceState> told = new ArrayList<>();
    rig.arriveAs(AWAY, roll, 1, ada);
    told.add(awaitTold(AWAY));
    rig.arriveAs(ONLINE, second, 1, ada);
    told.add(awaitTold(ONLINE));
    rig.arriveAs(ONLINE, roll, 2, ada);
    rig.arriveAs(BUSY, roll, 3, ada);
    told.add(awaitTold(BUSY));
    rig.arriveAs(AWAY, second, 2, ada);
    rig.arriveAs(AWAY, roll, 4, ada);
    told.add(awaitTold(AWAY));
    rig.leave(second, 3, ada);
    rig.leave(roll, 5, ada);
    told.add(awaitTold(OFFLINE));
    assertEquals(told, heard.of(ada));
  }

  private PresenceState awaitTold(PresenceState state) {
    heard.awaitNewest(ada, state);
    assertEquals(Map.of(ada, state), rig.watch(gateway, ada));
    return state;
  }

  @Test
  void whoArrivedAndLeftInOneReportIsGone() {
    rig.watch(gateway, ada, bob);
    assertEquals(
        new RollReported(true, 1),
        rig.report(roll, 1, PresenceRig.LONG_MS, List.of(ada, bob), List.of(ada)));
    heard.awaitNewest(bob, ONLINE);
    assertEquals(Map.of(ada, OFFLINE), rig.watch(gateway, ada));
    assertTrue(heard.newest().get(ada) == OFFLINE, heard.newest().toString());
  }

  @Test
  void aRepeatedReportChangesNothingMoreAndAnOlderOneNothing() {
    rig.watch(gateway, ada, bob);
    rig.arrive(roll, 1, ada);
    awaitAllTold();
    assertEquals(new RollReported(true, 1), rig.arrive(roll, 1, ada));
    awaitAllTold();
    assertEquals(new RollReported(true, 0), rig.leave(roll, 2, ada));
    awaitAllTold();
    assertEquals(new RollReported(true, 0), rig.leave(roll, 2, ada));
    assertEquals(new RollReported(true, 0), rig.arrive(roll, 1, ada));
    rig.arrive(roll, 10, bob);
    awaitAllTold();
    assertEquals(new RollReported(true, 1), rig.leave(roll, 9, bob));
    awaitAllTold();
    assertEquals(List.of(ONLINE, OFFLINE), heard.of(ada));
    assertEquals(List.of(ONLINE), heard.of(bob));
    assertEquals(Map.of(ada, OFFLINE, bob, ONLINE), rig.watch(gateway, ada, bob));
  }

  @Test
  void aRollThatWasNeverBegunIsNotKept() {
    assertEquals(new RollReported(false, 0), rig.arrive(roll, 2, ada));
    assertEquals(Map.of(ada, OFFLINE), rig.watch(gateway, ada));
  }

  @Test
  void numbersMayBeAsLargeAsTheyGet() {
    rig.arrive(roll, 1, ada);
    rig.arrive(roll, Long.MAX_VALUE - 1, bob);
    assertEquals(new RollReported(true, 1), rig.leave(roll, Long.MAX_VALUE, ada));
    assertEquals(new RollReported(true, 1), rig.leave(roll, Long.MAX_VALUE - 1, bob));
    assertEquals(Map.of(bob, ONLINE), rig.watch(gateway, bob));
  }

  @Test
  void whatHappensTogetherIsToldTogether() {
    List<UserId> everybody = PresenceRig.accounts(300);
    rig.watch(gateway, PresenceRig.LONG_MS, everybody);
    rig.report(roll, 1, PresenceRig.LONG_MS, everybody, List.of());
    awaitAllTold();
    assertTrue(heard.accountsOfFirstMessage().containsAll(everybody));
  }

  @Test
  void arrivalsThatNobodyWatchesCostNoMessage() {
    List<UserId> everybody = PresenceRig.accounts(10_000);
    List<UserId> watched = new ArrayList<>(everybody.subList(4_996, 5_005));
    rig.watch(gateway, PresenceRig.LONG_MS, watched);
    rig.watch(gateway, ada);
    for (int page = 0; page < 20; page++) {
      List<UserId> arrived = everybody.subList(page * 500, (page + 1) * 500);
      rig.report(roll, page + 1, PresenceRig.LONG_MS, arrived, List.of());
    }
    assertEquals(new RollReported(true, 10_001), rig.arrive(roll, 21, ada));
    heard.awaitNewest(ada, ONLINE);
    watched.add(ada);
    assertEquals(10, rig.told().size());
    assertEquals(10, rig.counted("presence.changes.told"));
    assertEquals(Set.copyOf(watched), heard.newest().keySet());
  }

  /** One more account comes and is told, and with it everything from before. */
  private void awaitAllTold() {
    UserId last = PresenceRig.account();
    rig.watch(gateway, last);
    rig.arrive(PresenceRig.roll(), 1, last);
    heard.awaitNewest(last, ONLINE);
  }
}
