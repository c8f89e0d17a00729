package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hazelcast.cluster.Cluster;
import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.multimap.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBusOptions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testkit.bridge.Await;

/** Two members, one of which listens, and what becomes of that when the cluster forgets it. */
class KeptRegistrationsIT {
  private static final String ADDRESS = "somebody";

  private final AtomicInteger heard = new AtomicInteger();
  private KeptRegistrations listening;
  private KeptRegistrations asking;
  private Vertx listener;
  private Vertx asker;

  @BeforeEach
  void join() {
    int first = ParleyCluster.freePorts(2);
    List<String> members = List.of("127.0.0.1:" + first, "127.0.0.1:" + (first + 1));
    listening = member(first, members);
    listener = start(listening);
    asking = member(first + 1, members);
    asker = start(asking);
    Await.get(
        listener
            .eventBus()
            .consumer(ADDRESS, message -> message.reply(heard.incrementAndGet()))
            .completion());
    Await.until("it is asked", this::isAnswered);
  }

  @AfterEach
  void leave() {
    Await.get(asker.close());
    Await.get(listener.close());
  }

  @Test
  void whatTheOthersForgotIsToldAgain() {
    registrations().remove(ADDRESS);
    asking.getHazelcastInstance().getMap("__vertx.nodeInfo").clear();
    Await.until("it is asked again", () -> registrations().containsKey(ADDRESS) && isAnswered());
    assertEquals(1, registrations().get(ADDRESS).size(), "told once");
  }

  @Test
  void whatALateWordSaysOfAMemberThatIsBackDoesNotCount() {
    Cluster cluster = asking.getHazelcastInstance().getCluster();
    Member back =
        cluster.getMembers().stream().filter(one -> !one.localMember()).findFirst().orElseThrow();
    asking.memberRemoved(
        new MembershipEvent(cluster, back, MembershipEvent.MEMBER_REMOVED, cluster.getMembers()));
    assertEquals(1, registrations().get(ADDRESS).size());
  }

  private MultiMap<String, Object> registrations() {
    return asking.getHazelcastInstance().getMultiMap("__vertx.subs");
  }

  private boolean isAnswered() {
    try {
      Await.get(asker.eventBus().request(ADDRESS, "", new DeliveryOptions().setSendTimeout(1_000)));
      return true;
    } catch (RuntimeException | AssertionError nobody) {
      return false;
    }
  }

  private static KeptRegistrations member(int port, List<String> members) {
    return (KeptRegistrations) HazelcastCluster.of(new ClusterConfig("127.0.0.1", port, members));
  }

  private static Vertx start(KeptRegistrations cluster) {
    VertxOptions here =
        new VertxOptions().setEventBusOptions(new EventBusOptions().setHost("127.0.0.1"));
    return Await.get(Vertx.builder().with(here).withClusterManager(cluster).buildClustered());
  }
}
