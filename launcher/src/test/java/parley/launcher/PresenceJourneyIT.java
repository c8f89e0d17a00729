package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.contract.presence.PresenceState.OFFLINE;
import static parley.contract.presence.PresenceState.ONLINE;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.relation.OpenTo;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.servers.PostgresExtension;
import parley.testkit.servers.RedisExtension;

/** Who is shown as online by several gateways, one of which dies, with the times that ship. */
class PresenceJourneyIT {
  private static final List<ParleyCluster.Member> MEMBERS =
      List.of(
          new ParleyCluster.Member("rest", "persistence,chat", Map.of()),
          new ParleyCluster.Member("presence-1", "presence", Map.of()),
          new ParleyCluster.Member("presence-2", "presence", Map.of()),
          new ParleyCluster.Member("gateway-1", "gateway", Map.of()),
          new ParleyCluster.Member("gateway-2", "gateway", Map.of()));

  @RegisterExtension static final PostgresExtension POSTGRES = PostgresExtension.shared();
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  @TempDir static Path folder;

  private static final Vertx PEOPLE = Vertx.vertx();

  private static ParleyCluster cluster;

  @BeforeAll
  static void start() {
    cluster = ParleyCluster.start(PEOPLE, folder, POSTGRES.uri(), REDIS.uri(), MEMBERS);
  }

  @AfterAll
  static void stop() {
    PEOPLE.close();
    if (cluster != null) {
      cluster.close();
      cluster.processes().forEach(process -> Printed.hasNoFault(process.printed()));
    }
  }

  /** Half of her sockets die with their gateway, all of his do; she comes back, he does not. */
  @Test
  void aGatewayThatDiesTakesItsPeopleWithItAndNobodyElse() {
    Person ada = Person.signUp(PEOPLE, cluster.gateway(1), "ada");
    Person grace = Person.signUp(PEOPLE, cluster.gateway(1), "grace");
    Person linus = Person.signUp(PEOPLE, cluster.gateway(1), "linus");
    Person watcher = Person.signUp(PEOPLE, cluster.gateway(2), "watcher");
    for (Person person : List.of(ada, grace, linus)) {
      person.openTo(PEOPLE, cluster.gateway(1), OpenTo.EVERYBODY);
    }
    try (Observer observer = new Observer(watcher.connect(PEOPLE, cluster.gateway(2)))) {
      observer.watch(ada, grace, linus);
      ada.connect(PEOPLE, cluster.gateway(1));
      grace.connect(PEOPLE, cluster.gateway(1));
      linus.connect(PEOPLE, cluster.gateway(1));
      BridgeClient elsewhere = linus.connect(PEOPLE, cluster.gateway(2));
      for (Person person : List.of(ada, grace, linus)) {
        observer.awaits(person, ONLINE);
      }
      int graceBefore = observer.seen(grace).size();
      int linusBefore = observer.seen(linus).size();
      cluster.kill("gateway-1");
      cluster.kill("presence-1");
      BridgeClient back = grace.connect(PEOPLE, cluster.gateway(2));
      observer.awaits(ada, OFFLINE);
      assertEquals(graceBefore, observer.seen(grace).size(), "came back in time");
      assertEquals(linusBefore, observer.seen(linus).size(), "is at the other gateway, too");
      back.close();
      elsewhere.close();
    }
  }
}
