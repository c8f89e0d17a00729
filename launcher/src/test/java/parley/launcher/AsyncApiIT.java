package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.Catalog;
import parley.contract.Exposure;
import parley.contract.Operation;
import parley.contract.id.ConversationId;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.documents.Document;

/** What really travels over a socket, by the AsyncAPI document that the same gateway serves. */
class AsyncApiIT {
  @TempDir static Path folder;

  private static TestParley parley;
  private static Document document;
  private static Person ada;
  private static Person grace;

  @BeforeAll
  static void start() {
    parley = TestParley.start(folder.resolve("data"));
    ada = parley.signUp("ada");
    grace = parley.signUp("grace");
    document =
        Document.of(
            Person.call(parley.people, parley.port(), HttpMethod.GET, "/asyncapi.json", null, null)
                .expect(200)
                .content()
                .toString());
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  /** Leaving comes last: the room of the fixtures is made first and used by most of the others. */
  @Test
  void everyOperationIsAskedAndAnsweredAsTheDocumentSays() throws IOException {
    List<Operation<?, ?>> operations =
        Catalog.core().operations().stream()
            .filter(operation -> operation.exposure() == Exposure.BROWSER)
            .sorted(Comparator.comparing(operation -> operation.address().endsWith(".leave")))
            .toList();
    List<String> answered = new ArrayList<>();
    try (BridgeClient adas = connect(ada)) {
      for (Operation<?, ?> operation : operations) {
        JsonObject question = question(operation);
        assertFollows(operation.address() + ".request", question);
        adas.send(question);
        JsonObject answer = adas.next(frame -> operation.address().equals(addressOf(frame)));
        boolean refused = "err".equals(answer.getString("type"));
        assertFollows(operation.address() + (refused ? ".refused" : ".reply"), answer);
        if (!refused) {
          answered.add(operation.address());
        }
      }
    }
    assertTrue(answered.size() > operations.size() / 2, "answered: " + answered);
  }

  @Test
  void whatIsHeardIsAsTheDocumentSays() {
    try (BridgeClient adas = connect(ada);
        BridgeClient graces = connect(grace)) {
      ConversationId room = Talk.createRoom(adas, "Heard");
      Talk.listen(adas, room);
      Talk.say(adas, room, "hello");
      Talk.awaitTexts(adas, room, "hello");
      adas.frames().stream()
          .filter(frame -> Talk.address(room).equals(addressOf(frame)))
          .forEach(frame -> assertFollows("conversation.ID.events.event", frame));

      graces.register(Talk.address(room));
      JsonObject refusal = graces.next(frame -> Talk.address(room).equals(addressOf(frame)));
      assertFollows("conversation.ID.events.refused", refusal);

      String own = "user." + grace.account() + ".events";
      graces.register(own);
      assertFollows("user.ID.events.event", graces.next(frame -> own.equals(addressOf(frame))));
      Talk.join(graces, room);
      JsonObject membership =
          graces.next(
              frame -> own.equals(addressOf(frame)) && frame.encode().contains("\"membership\""));
      assertFollows("user.ID.events.event", membership);
    }
  }

  @Test
  void whatIsNoFrameIsRefusedAsTheDocumentSays() {
    try (BridgeClient adas = connect(ada)) {
      adas.send("{\"type\":\"send\",\"body\":{}}");
      assertFollows("socket.unusable", adas.next(frame -> frame.containsKey("body")));

      String reply = adas.post("persistence.account.store", new JsonObject());
      JsonObject refusal = adas.next(frame -> reply.equals(addressOf(frame)));
      assertEquals(List.of(), document.faults("Refusal", refusal.encode()));
    }
  }

  @Test
  void whatTheDocumentDoesNotSayIsAFault() throws IOException {
    Operation<?, ?> operation = Catalog.core().operations().get(0);
    JsonObject question = question(operation);
    String request = operation.address() + ".request";

    assertFalse(faults(request, question.copy().put("type", "publish")).isEmpty());
    assertFalse(faults(request, question.copy().put("address", "elsewhere")).isEmpty());
    JsonObject more = question.getJsonObject("body").copy().put("more", 1);
    assertFalse(faults(request, question.copy().put("body", more)).isEmpty());
  }

  /** The fixture of the request, to be answered at the operation's own address. */
  private static JsonObject question(Operation<?, ?> operation) throws IOException {
    String fixture = "/fixtures/" + operation.request().getSimpleName() + ".json";
    try (InputStream file = AsyncApiIT.class.getResourceAsStream(fixture)) {
      String body = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return new JsonObject()
          .put("type", "send")
          .put("address", operation.address())
          .put("replyAddress", operation.address())
          .put("body", new JsonObject(body));
    }
  }

  private static String addressOf(JsonObject frame) {
    return frame.getString("address");
  }

  private static void assertFollows(String message, JsonObject frame) {
    assertEquals(List.of(), faults(message, frame), () -> message + ": " + frame.encode());
  }

  private static List<String> faults(String message, JsonObject frame) {
    return document.faults(
        document.at("/components/messages/" + message + "/payload"), frame.encode());
  }

  private static BridgeClient connect(Person person) {
    return person.connect(parley.people, parley.port());
  }
}
