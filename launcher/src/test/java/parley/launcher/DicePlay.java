package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import parley.contract.id.ConversationId;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;

/** What people do with the example extension, in words of the wire: nobody here has its classes. */
final class DicePlay {
  static final String THROW = "dice.roll.throw";

  private DicePlay() {}

  static String topic(ConversationId room) {
    return "dice." + room + ".rolls";
  }

  static JsonObject request(ConversationId room) {
    return new JsonObject()
        .put("conversation", room.toString())
        .put("id", UUID.randomUUID().toString())
        .put("sides", 20);
  }

  /**
   * One throws, and another hears of it; gives the throw. It is told to those who listen by then,
   * so it is repeated, which shows the same.
   */
  static JsonObject throwBefore(BridgeClient listener, BridgeClient by, ConversationId room) {
    listener.register(topic(room));
    JsonObject request = request(room);
    JsonObject thrown = by.ask(THROW, request);
    Await.until(
        "heard",
        () -> {
          assertEquals(thrown, by.ask(THROW, request), "a repeat shows the same");
          return hears(listener, topic(room), thrown);
        });
    return thrown;
  }

  private static boolean hears(BridgeClient client, String topic, JsonObject thrown) {
    return client.frames().stream()
        .filter(frame -> topic.equals(frame.getString("address")))
        .peek(frame -> assertEquals("rec", frame.getString("type"), frame::encode))
        .anyMatch(frame -> thrown.equals(frame.getJsonObject("body")));
  }
}
