package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.FailureCode;
import parley.contract.id.ConversationId;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.bridge.Refused;

/** The example's jar in the folder of extensions: nothing else makes Parley throw dice. */
class ExtensionIT {
  @TempDir static Path folder;

  private static TestParley parley;
  private static Person ada;
  private static Person grace;

  @BeforeAll
  static void start() throws IOException {
    Path extensions = Files.createDirectory(folder.resolve("extensions"));
    Files.copy(exampleJar(), extensions.resolve("dice.jar"));
    parley =
        TestParley.start(
            folder.resolve("data"),
            Map.of(
                "PARLEY_EXTENSIONS", extensions.toString(), "PARLEY_DICE_SEED", "always the same"));
    ada = parley.signUp("ada");
    grace = parley.signUp("grace");
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  /** The jar that the build made before this module. */
  static Path exampleJar() {
    return Path.of(System.getProperty("parley.root", ".."))
        .resolve("example-extension/target/example-extension.jar");
  }

  @Test
  void aBrowserCallsItsOperationAndHearsItsTopic() {
    try (BridgeClient adas = connect(ada);
        BridgeClient graces = connect(grace)) {
      ConversationId room = Talk.createRoom(adas, "Dice");
      Talk.join(graces, room);
      JsonObject thrown = DicePlay.throwBefore(graces, adas, room);
      assertEquals(ada.account().toString(), thrown.getString("account"));
    }
  }

  @Test
  void aStrangerNeitherThrowsNorListens() {
    try (BridgeClient adas = connect(ada);
        BridgeClient graces = connect(grace)) {
      ConversationId room = Talk.createRoom(adas, "Dice of one");
      Refused refused =
          assertThrows(Refused.class, () -> graces.ask(DicePlay.THROW, DicePlay.request(room)));
      assertEquals(FailureCode.NOT_A_MEMBER, refused.code());
      String topic = DicePlay.topic(room);
      graces.register(topic);
      JsonObject refusal = graces.next(frame -> topic.equals(frame.getString("address")));
      assertEquals(FailureCode.NOT_A_MEMBER.number(), refusal.getInteger("failureCode"));
    }
  }

  @Test
  void theDocumentAboutTheBusTellsItsAddresses() {
    JsonObject document =
        Person.call(parley.people, parley.port(), HttpMethod.GET, "/asyncapi.json", null, null)
            .expect(200)
            .json();
    JsonObject channels = document.getJsonObject("channels");
    assertEquals("dice.roll.throw", channels.getJsonObject("dice.roll.throw").getString("address"));
    assertEquals("dice.{id}.rolls", channels.getJsonObject("dice.ID.rolls").getString("address"));
    JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas");
    assertEquals("object", schemas.getJsonObject("dice.ThrowDice").getString("type"));
  }

  @Test
  void theGateChecksItsRequestsAndKeepsItsInnerOperationsInside() {
    try (BridgeClient adas = connect(ada)) {
      ConversationId room = Talk.createRoom(adas, "Wrong dice");
      Refused malformed =
          assertThrows(
              Refused.class,
              () -> adas.ask(DicePlay.THROW, DicePlay.request(room).put("sides", 1)));
      assertEquals(FailureCode.MALFORMED, malformed.code());
      Refused inner =
          assertThrows(
              Refused.class,
              () -> adas.ask("dice.roll.authorise", new JsonObject().put("id", room.toString())));
      assertEquals(FailureCode.UNKNOWN_ADDRESS, inner.code());
    }
  }

  @Test
  void withoutTheJarNobodyKnowsTheAddress(@TempDir Path elsewhere) {
    try (TestParley plain = TestParley.start(elsewhere.resolve("data"))) {
      Person alan = plain.signUp("alan");
      try (BridgeClient alans = alan.connect(plain.people, plain.port())) {
        ConversationId room = Talk.createRoom(alans, "No dice");
        Refused unknown =
            assertThrows(Refused.class, () -> alans.ask(DicePlay.THROW, DicePlay.request(room)));
        assertEquals(FailureCode.UNKNOWN_ADDRESS, unknown.code());
      }
    }
  }

  private static BridgeClient connect(Person person) {
    return person.connect(parley.people, parley.port());
  }
}
