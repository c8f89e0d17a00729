package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.presence.PresenceState.OFFLINE;
import static parley.contract.presence.PresenceState.ONLINE;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.presence.PresenceState;
import parley.contract.relation.OpenTo;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.CutSocket;
import parley.testkit.bridge.Person;
import parley.testkit.servers.PostgresExtension;
import parley.testkit.servers.RedisExtension;

/** How long it takes until others see that somebody came or went, with the settings that ship. */
@EnabledIfSystemProperty(named = "parley.full", matches = "true")
class PresenceTimesIT {
  private static final int ROUNDS = 3;
  private static final Duration GREEN_WITHIN = Duration.ofSeconds(2);
  private static final Duration GREY_WITHIN = Duration.ofSeconds(30);

  @RegisterExtension static final PostgresExtension POSTGRES = PostgresExtension.shared();
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  @TempDir static Path folder;

  private static final Vertx PEOPLE = Vertx.vertx();

  @Test
  void greenWithinTwoSecondsAndGreyWithinThirty() {
    try (ParleyCluster cluster = start()) {
      Person ada = Person.signUp(PEOPLE, cluster.gateway(1), "ada");
      ada.openTo(PEOPLE, cluster.gateway(1), OpenTo.EVERYBODY);
      Person watcher = Person.signUp(PEOPLE, cluster.gateway(2), "watcher");
      try (Observer observer = new Observer(watcher.connect(PEOPLE, cluster.gateway(2)))) {
        observer.watch(ada).awaits(ada, OFFLINE);
        for (int round = 0; round < ROUNDS; round++) {
          BridgeClient socket = green(cluster, observer, ada);
          measure("closed", observer, ada, OFFLINE, GREY_WITHIN, socket::close);
          CutSocket[] cut = new CutSocket[1];
          Runnable open = () -> cut[0] = CutSocket.open(cluster.gateway(1), ada.accessToken());
          measure("connected", observer, ada, ONLINE, GREEN_WITHIN, open);
          measure("cable pulled", observer, ada, OFFLINE, GREY_WITHIN, () -> {});
          cut[0].close();
        }
        green(cluster, observer, ada);
        Runnable kill = () -> cluster.kill("gateway-1");
        measure("gateway killed", observer, ada, OFFLINE, GREY_WITHIN, kill);
      }
    } finally {
      PEOPLE.close();
    }
  }

  private static BridgeClient green(ParleyCluster cluster, Observer observer, Person person) {
    BridgeClient[] socket = new BridgeClient[1];
    Runnable connect = () -> socket[0] = person.connect(PEOPLE, cluster.gateway(1));
    measure("connected", observer, person, ONLINE, GREEN_WITHIN, connect);
    return socket[0];
  }

  private static void measure(
      String what,
      Observer observer,
      Person person,
      PresenceState state,
      Duration most,
      Runnable happening) {
    long began = System.nanoTime();
    happening.run();
    observer.awaits(person, state);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    System.out.printf("presence: %s, seen %s after %d ms%n", what, state, took.toMillis());
    assertTrue(took.compareTo(most) <= 0, what + " took " + took);
  }

  private static ParleyCluster start() {
    return ParleyCluster.start(
        PEOPLE,
        folder,
        POSTGRES.uri(),
        REDIS.uri(),
        List.of(
            new ParleyCluster.Member("rest", "persistence,chat,presence", Map.of()),
            new ParleyCluster.Member("gateway-1", "gateway", Map.of()),
            new ParleyCluster.Member("gateway-2", "gateway", Map.of())));
  }
}
