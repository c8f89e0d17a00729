package parley.gateway.docs;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import parley.contract.FailureCode;
import parley.contract.schema.JsonSchemas;

/** The frames of the bridge as JSON Schemas, each whole: what stands in one WebSocket message. */
final class Frames {
  private static final String REFUSAL = "Refusal";
  private static final int LONGEST_REPLY_ADDRESS = 36;

  private Frames() {}

  /** Schemas that several frames share, by name. */
  static JsonObject shared() {
    return new JsonObject()
        .put(
            REFUSAL,
            described(
                frame(
                    "err",
                    text("The reply address of the question, or the topic."),
                    new JsonObject()
                        .put("failureCode", number("Tells what to do by its thousand."))
                        .put("failureType", new JsonObject().put("const", "RECIPIENT_FAILURE"))
                        .put("message", text("The name of the failure code."))
                        .put("field", text("The place in the question that is wrong, if one is.")),
                    List.of("failureCode", "failureType", "message")),
                "Why something was not done."));
  }

  /** A question. */
  static JsonObject send(String address, Class<?> request) {
    return frame(
        "send",
        new JsonObject().put("const", address),
        new JsonObject()
            .put(
                "replyAddress",
                text("Chosen by the client; without it nothing is answered.")
                    .put("maxLength", LONGEST_REPLY_ADDRESS))
            .put("body", JsonSchemas.of(request)),
        List.of("body"));
  }

  /** The answer to a question. */
  static JsonObject answer(Class<?> reply) {
    return frame(
        "rec",
        text("The reply address of the question."),
        new JsonObject().put("body", JsonSchemas.of(reply)),
        List.of("body"));
  }

  /** A refusal with one of these codes. */
  static JsonObject refusal(Collection<FailureCode> codes) {
    JsonArray numbers = new JsonArray();
    JsonArray names = new JsonArray();
    for (FailureCode code : codes) {
      numbers.add(code.number());
      names.add(code.name());
    }
    JsonObject narrowed =
        new JsonObject()
            .put(
                "properties",
                new JsonObject()
                    .put("failureCode", new JsonObject().put("enum", numbers))
                    .put("message", new JsonObject().put("enum", names)));
    return new JsonObject()
        .put("allOf", new JsonArray().add(JsonSchemas.reference(REFUSAL)).add(narrowed));
  }

  /** Begins ({@code register}) or ends ({@code unregister}) listening to a topic. */
  static JsonObject listening(String type, String form) {
    return frame(type, topic(form), new JsonObject(), List.of());
  }

  /** What happened in a topic. */
  static JsonObject event(String form, Class<?> event) {
    return frame(
        "rec", topic(form), new JsonObject().put("body", JsonSchemas.of(event)), List.of("body"));
  }

  /** A sign of life. */
  static JsonObject ping() {
    return object(
        new JsonObject().put("type", new JsonObject().put("const", "ping")), List.of("type"));
  }

  /** What answers a frame that names no address, or is none. */
  static JsonObject unusable() {
    return object(
        new JsonObject()
            .put("type", new JsonObject().put("const", "err"))
            .put(
                "body",
                new JsonObject()
                    .put(
                        "enum",
                        new JsonArray()
                            .add("invalid_json")
                            .add("missing_type")
                            .add("invalid_type")
                            .add("missing_address"))),
        List.of("type", "body"));
  }

  private static JsonObject topic(String form) {
    String pattern = "^" + form.replace(".", "\\.").replace("{id}", "[A-Za-z0-9_-]{1,64}") + "$";
    return new JsonObject().put("type", "string").put("pattern", pattern);
  }

  private static JsonObject frame(
      String type, JsonObject address, JsonObject more, List<String> required) {
    JsonObject properties =
        new JsonObject().put("type", new JsonObject().put("const", type)).put("address", address);
    JsonArray all = new JsonArray().add("type").add("address");
    required.forEach(all::add);
    return object(properties.mergeIn(more), all.getList());
  }

  private static JsonObject object(JsonObject properties, List<?> required) {
    return new JsonObject()
        .put("type", "object")
        .put("properties", properties)
        .put("required", new JsonArray(required));
  }

  private static JsonObject text(String meaning) {
    return described(new JsonObject().put("type", "string"), meaning);
  }

  private static JsonObject number(String meaning) {
    return described(new JsonObject().put("type", "integer"), meaning);
  }

  private static JsonObject described(JsonObject schema, String sentence) {
    return schema.put("description", sentence);
  }
}
