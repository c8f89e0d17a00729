package parley.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.contract.presence.PresenceState.OFFLINE;
import static parley.contract.presence.PresenceState.ONLINE;

import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.id.GatewayId;
import parley.contract.id.RollId;
import parley.contract.id.UserId;
import parley.testkit.bridge.Await;
import parley.testkit.servers.RedisExtension;

/** For how long a gateway is told. */
class WatchIT {
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  private static final long HOLDS_MS = 1_000;

  private final RollId roll = PresenceRig.roll();
  private final UserId ada = PresenceRig.account();
  private final UserId bob = PresenceRig.account();
  private final GatewayId gateway = PresenceRig.gateway();
  private final GatewayId other = PresenceRig.gateway();
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
  void aGatewayThatDoesNotRenewIsToldNoMore() {
    rig.watch(gateway, HOLDS_MS, List.of(ada));
    rig.watch(gateway, bob);
    Heard otherHeard = rig.listen(other);
    rig.watch(other, ada);
    pass(HOLDS_MS);
    rig.arrive(roll, 1, ada, bob);
    heard.awaitNewest(bob, ONLINE);
    otherHeard.awaitNewest(ada, ONLINE);
    assertEquals(List.of(), heard.of(ada));
  }

  @Test
  void theShorterLeaseOfAnotherGatewayDoesNotEndALongerOne() {
    rig.watch(gateway, ada);
    rig.watch(other, HOLDS_MS, List.of(ada));
    pass(HOLDS_MS);
    rig.arrive(roll, 1, ada);
    heard.awaitNewest(ada, ONLINE);
  }

  @Test
  void aLeaseThatRanOutIsForgottenWhileOthersAreRenewed() {
    rig.watch(gateway, ada);
    rig.watch(other, HOLDS_MS, List.of(ada));
    pass(HOLDS_MS);
    rig.watch(gateway, ada);
    assertEquals(1, rig.redis(Command.ZCARD, "presence:watchers:" + ada).toInteger());
  }

  @Test
  void renewingTellsWhatIsKnownNow() {
    assertEquals(Map.of(ada, OFFLINE), rig.watch(gateway, HOLDS_MS, List.of(ada)));
    rig.arrive(roll, 1, ada);
    assertEquals(Map.of(ada, ONLINE, bob, OFFLINE), rig.watch(gateway, ada, bob, ada));
    pass(HOLDS_MS);
    rig.leave(roll, 2, ada);
    heard.awaitNewest(ada, OFFLINE);
  }

  @Test
  void leasesLeaveNothingBehind() {
    rig.watch(gateway, HOLDS_MS, List.of(ada));
    rig.watch(other, HOLDS_MS + 500, List.of(ada));
    assertEquals(1, rig.keys("presence:watchers:*").size());
    Await.until("the leases are gone", () -> rig.keys("presence:watchers:*").isEmpty());
  }

  /** Redis runs on this machine and reads the same clock. */
  private static void pass(long ms) {
    long end = System.currentTimeMillis() + ms;
    Await.until("the time is over", () -> System.currentTimeMillis() > end);
  }
}
