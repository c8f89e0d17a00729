package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import io.vertx.core.Vertx;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.id.ConversationId;
import parley.gateway.session.SigningKeys;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.servers.PostgresExtension;
import parley.testkit.servers.RedisExtension;

/** What all processes of a cluster must know of each other does not grow with the people. */
class ClusterEntriesIT {
  private static final int MANY = 1_000;
  private static final int ROOMS = 20;

  @RegisterExtension static final PostgresExtension POSTGRES = PostgresExtension.shared();
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  @TempDir static Path folder;

  private static final Vertx PEOPLE = Vertx.vertx();

  private static Parley parley;

  @BeforeAll
  static void start() {
    Path keys = folder.resolve("keys.json");
    SigningKeys.create(keys);
    int port = ParleyCluster.freePorts(1);
    Map<String, String> environment =
        Map.of(
            "PARLEY_PORT",
            "0",
            "PARLEY_POSTGRES_URL",
            POSTGRES.uri(),
            "PARLEY_REDIS_URL",
            REDIS.uri(),
            "PARLEY_SESSION_KEY_FILE",
            keys.toString(),
            "PARLEY_CLUSTER_PORT",
            Integer.toString(port),
            "PARLEY_CLUSTER_MEMBERS",
            "127.0.0.1:" + port,
            "PARLEY_BRIDGE_ADMISSIONS_PER_SECOND",
            "10000",
            "PARLEY_BRIDGE_SOCKETS_PER_ACCOUNT",
            "2000",
            "PARLEY_BRIDGE_REQUEST_BURST",
            "100000",
            "PARLEY_BRIDGE_REQUESTS_PER_SECOND",
            "100000");
    parley =
        Parley.start(
            new Settings(environment, Map.of()),
            new ClusterRoles(Roles.everything(), true),
            new PrintStream(OutputStream.nullOutputStream()));
  }

  @AfterAll
  static void stop() {
    PEOPLE.close();
    if (parley != null) {
      parley.stop();
    }
  }

  @Test
  void busConsumersAreAsManyForAThousandSocketsAsForOne() {
    Person ada = Person.signUp(PEOPLE, parley.port(), "ada");
    try (BridgeClient first = ada.connect(PEOPLE, parley.port())) {
      List<ConversationId> rooms = new ArrayList<>();
      for (int i = 0; i < ROOMS; i++) {
        rooms.add(Talk.createRoom(first, "Room " + i));
      }
      Talk.listen(first, rooms.get(0));
      int withOne = consumers();
      assertTrue(withOne > 10, "those of the operations at least: " + withOne);
      List<BridgeClient> many =
          BridgeClient.connectMany(PEOPLE, parley.port(), ada.accessToken(), MANY);
      for (int i = 0; i < MANY; i++) {
        many.get(i).register(Talk.address(rooms.get(i % ROOMS)));
      }
      for (int i = 0; i < MANY; i++) {
        String address = Talk.address(rooms.get(i % ROOMS));
        many.get(i).next(frame -> address.equals(frame.getString("address")));
      }
      assertEquals(withOne, consumers());
      many.forEach(BridgeClient::close);
    }
  }

  /** What is registered on the bus, for all processes together. */
  private static int consumers() {
    List<HazelcastInstance> members = List.copyOf(Hazelcast.getAllHazelcastInstances());
    assertEquals(1, members.size());
    return members.get(0).getMultiMap("__vertx.subs").size();
  }
}
