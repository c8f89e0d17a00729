package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.contract.CloseCode;
import parley.contract.FailureCode;
import parley.contract.Json;
import parley.contract.id.ConversationId;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.bridge.Refused;

/** What the gate lets in, and what it closes, over real sockets with everything behind them. */
class GateIT {
  @TempDir static Path data;

  private static TestParley parley;
  private static Person ada;
  private static Person grace;

  @BeforeAll
  static void start() {
    parley = TestParley.start(data);
    ada = parley.signUp("ada");
    grace = parley.signUp("grace");
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  @Test
  void refusesAHandshakeWithoutASession() {
    for (String token : List.of("", "x.y.z", ada.accessToken() + "x")) {
      assertThrows(
          RuntimeException.class,
          () -> BridgeClient.connect(parley.people, parley.port(), token),
          token);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "chat.message.sned, UNKNOWN_ADDRESS",
    "persistence.message.append, UNKNOWN_ADDRESS",
    "gateway.deliveries, UNKNOWN_ADDRESS",
    "chat.message.send, MALFORMED",
  })
  void refusesWhatIsNotOpenWithACodeAtTheReplyAddress(String address, FailureCode code) {
    try (BridgeClient adas = connect(ada)) {
      Refused refused = assertThrows(Refused.class, () -> adas.ask(address, new JsonObject()));
      assertEquals(code, refused.code());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "conversation | {'clientId':'%1$s','content':{'type':'text','text':'x'}}",
        "conversation | {'conversation':7,'clientId':'%1$s','content':{'type':'text','text':'x'}}",
        "content.text | {'conversation':'%1$s','clientId':'%1$s','content':{'type':'text','text':''}}",
        "content.text | {'conversation':'%1$s','clientId':'%1$s','content':{'type':'text','text':'a\\u0000b'}}",
        "content.text | {'conversation':'%1$s','clientId':'%1$s','content':{'type':'text','text':'\\ud800'}}",
        "sender | {'conversation':'%1$s','clientId':'%1$s','content':{'type':'text','text':'x'},'sender':'%1$s'}",
      })
  void namesTheFieldThatIsWrong(String field, String body) {
    try (BridgeClient adas = connect(ada)) {
      String request = String.format(body, UUID.randomUUID()).replace('\'', '"');
      Refused refused =
          assertThrows(Refused.class, () -> adas.askInJson("chat.message.send", request));
      assertEquals(FailureCode.MALFORMED, refused.code());
      assertEquals(field, refused.field());
    }
  }

  @Test
  void identityComesFromTheSessionWhateverTheHeadersSay() {
    try (BridgeClient adas = connect(ada)) {
      ConversationId room = Talk.createRoom(adas, "Forgery");
      Talk.listen(adas, room);
      JsonObject frame =
          new JsonObject()
              .put("type", "send")
              .put("address", "chat.message.send")
              .put("replyAddress", "forged")
              .put("headers", new JsonObject().put("account", grace.account().toString()))
              .put("body", new JsonObject(Json.encode(Talk.message(room, "by ada"))));
      adas.send(frame);
      adas.next(answer -> "forged".equals(answer.getString("address")));
      Talk.awaitTexts(adas, room, "by ada");
      assertEquals(ada.account(), Talk.messages(adas, room).get(0).sender());
    }
  }

  @Test
  void refusesToPublish() {
    try (BridgeClient adas = connect(ada);
        BridgeClient graces = connect(grace)) {
      ConversationId room = Talk.createRoom(adas, "No publishing");
      Talk.listen(adas, room);
      String address = Talk.address(room);
      JsonObject publish =
          new JsonObject()
              .put("type", "publish")
              .put("address", address)
              .put("body", new JsonObject());
      graces.send(publish);
      JsonObject refusal = graces.next(frame -> "err".equals(frame.getString("type")));
      assertEquals(FailureCode.FORBIDDEN.number(), refusal.getInteger("failureCode"));
      assertEquals(1, adas.ranges(address).size(), "only the head");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{",
        "{}",
        "{\"type\":7}",
        "{\"type\":\"send\"}",
        "{\"type\":\"send\",\"address\":{}}",
        "{\"type\":\"register\",\"address\":[1]}",
        "{\"type\":\"nonsense\",\"address\":\"x\"}",
        "\u0000",
        "{\"type\":\"send\",\"address\":\"chat.room.list\",\"replyAddress\":{},\"body\":{\"limit\":1}}"
      })
  void survivesGarbageAndStaysUsable(String garbage) {
    try (BridgeClient adas = connect(ada)) {
      adas.send(garbage);
      ConversationId room = Talk.createRoom(adas, "After garbage " + UUID.randomUUID());
      assertFalse(adas.isClosed());
      assertEquals(1, Talk.say(adas, room, "fine").ordinal());
    }
  }

  @Test
  void closesASocketThatSendsMoreThanAllowed() {
    BridgeClient adas = connect(ada);
    adas.send("x".repeat(100_000));
    assertEquals(CloseCode.BAD_FRAME.number(), adas.awaitClose());
  }

  @Test
  void closesTheSocketsOfASessionThatIsOverWithinTwoSeconds() {
    Person again = Person.logIn(parley.people, parley.port(), "ada");
    BridgeClient socket = again.connect(parley.people, parley.port());
    Person.call(
            parley.people,
            parley.port(),
            HttpMethod.DELETE,
            "/api/sessions/current",
            null,
            again.accessToken())
        .expect(204);
    Await.until("closed", Duration.ofSeconds(2), socket::isClosed);
    assertEquals(CloseCode.SESSION_OVER.number(), socket.awaitClose());
    try (BridgeClient other = connect(ada)) {
      assertFalse(other.isClosed(), "another session of the same person goes on");
    }
  }

  private static BridgeClient connect(Person person) {
    return person.connect(parley.people, parley.port());
  }
}
