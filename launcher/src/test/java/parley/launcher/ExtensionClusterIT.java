package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.FailureCode;
import parley.contract.id.ConversationId;
import parley.launcher.ParleyCluster.Member;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.bridge.Refused;
import parley.testkit.servers.PostgresExtension;
import parley.testkit.servers.RedisExtension;

/**
 * The example in a process of its own. Its jar lies there and at the first gateway, not at the
 * second and not where chat and persistence run.
 */
class ExtensionClusterIT {
  @RegisterExtension static final PostgresExtension POSTGRES = PostgresExtension.shared();
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  @TempDir static Path folder;

  private static final Vertx PEOPLE = Vertx.vertx();

  private static ParleyCluster cluster;
  private static Person ada;
  private static Person grace;

  @BeforeAll
  static void start() throws IOException {
    Path extensions = Files.createDirectory(folder.resolve("extensions"));
    Files.copy(ExtensionIT.exampleJar(), extensions.resolve("dice.jar"));
    Map<String, String> with = Map.of("PARLEY_EXTENSIONS", extensions.toString());
    Map<String, String> without =
        Map.of("PARLEY_EXTENSIONS", folder.resolve("no extensions").toString());
    cluster =
        ParleyCluster.start(
            PEOPLE,
            folder,
            POSTGRES.uri(),
            REDIS.uri(),
            List.of(
                new Member("core", "persistence,chat,presence", without),
                new Member("dice", "extensions", with),
                new Member("gateway-1", "gateway", with),
                new Member("gateway-2", "gateway", without)));
    ada = Person.signUp(PEOPLE, cluster.gateway(1), "ada");
    grace = Person.signUp(PEOPLE, cluster.gateway(1), "grace");
  }

  @AfterAll
  static void stop() {
    PEOPLE.close();
    if (cluster != null) {
      cluster.close();
      cluster.processes().forEach(process -> Printed.hasNoFault(process.printed()));
    }
  }

  @Test
  void aBrowserCallsAndHearsItThroughAGatewayThatHasTheJar() {
    try (BridgeClient adas = connect(ada, 1);
        BridgeClient graces = connect(grace, 1)) {
      ConversationId room = Talk.createRoom(adas, "Dice");
      Talk.join(graces, room);
      JsonObject thrown = DicePlay.throwBefore(graces, adas, room);
      assertEquals(ada.account().toString(), thrown.getString("account"));
    }
  }

  @Test
  void chatsRefusalsPassThroughTheExtension() {
    try (BridgeClient adas = connect(ada, 1);
        BridgeClient graces = connect(grace, 1)) {
      JsonObject request = DicePlay.request(Talk.createRoom(adas, "Dice of one"));
      Refused refused = assertThrows(Refused.class, () -> graces.ask(DicePlay.THROW, request));
      assertEquals(FailureCode.NOT_A_MEMBER, refused.code());
    }
  }

  @Test
  void aGatewayWithoutTheJarDoesNotKnowItAndServesEverythingElse() {
    try (BridgeClient adas = connect(ada, 1);
        BridgeClient elsewhere = connect(ada, 2)) {
      ConversationId room = Talk.createRoom(elsewhere, "Dice elsewhere");
      Talk.listen(elsewhere, room);
      JsonObject request = DicePlay.request(room);
      Refused refused = assertThrows(Refused.class, () -> elsewhere.ask(DicePlay.THROW, request));
      assertEquals(FailureCode.UNKNOWN_ADDRESS, refused.code());
      // What the other gateway's people hear passes here, too, and harms nobody.
      adas.ask(DicePlay.THROW, request);
      Talk.say(adas, room, "did you see that?");
      Talk.awaitTexts(elsewhere, room, "did you see that?");
    }
  }

  private static BridgeClient connect(Person person, int gateway) {
    return person.connect(PEOPLE, cluster.gateway(gateway));
  }
}
