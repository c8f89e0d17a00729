package parley.gateway.docs;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import parley.contract.CloseCode;
import parley.contract.FailureCode;
import parley.contract.Operation;
import parley.contract.Signal;
import parley.contract.Topic;
import parley.contract.schema.JsonSchemas;

/** The channels, operations and messages of the AsyncAPI document, in the order added. */
final class Channels {
  private static final String ANSWERS = "answers";
  private static final String SOCKET = "socket";

  private final JsonObject channels = new JsonObject();
  private final JsonObject operations = new JsonObject();
  private final JsonObject messages = new JsonObject();

  Channels() {
    socket();
    channels.put(
        ANSWERS,
        new JsonObject()
            .putNull("address")
            .put("title", "Answers to what one client asked")
            .put("servers", Servers.only(Servers.GATEWAY))
            .put("messages", new JsonObject()));
  }

  JsonObject channels() {
    return channels;
  }

  JsonObject operations() {
    return operations;
  }

  JsonObject messages() {
    return messages;
  }

  private void socket() {
    channels.put(
        SOCKET,
        new JsonObject()
            .putNull("address")
            .put("title", "The socket itself")
            .put("servers", Servers.only(Servers.GATEWAY))
            .put("messages", new JsonObject())
            .put("bindings", new JsonObject().put("ws", handshake()))
            .put("x-close-codes", closeCodes()));
    message(SOCKET, "ping", Frames.ping(), "A sign of life; it is not answered.");
    message(SOCKET, "unusable", Frames.unusable(), "A frame that names no address was dropped.");
    operation("socket.ping", "receive", SOCKET, "Hear that the client lives.", "ping");
    operation("socket.refuse", "send", SOCKET, "Tell that a frame was dropped.", "unusable");
  }

  private static JsonObject handshake() {
    JsonObject version =
        new JsonObject()
            .put("type", "integer")
            .put(
                "description",
                "The version of the contract that the client speaks; from a newer one unknown"
                    + " fields are ignored. Absent: the server's.");
    return new JsonObject()
        .put("method", "GET")
        .put(
            "query",
            new JsonObject()
                .put("type", "object")
                .put("properties", new JsonObject().put("contract", version)))
        .put("bindingVersion", "0.1.0");
  }

  private static JsonArray closeCodes() {
    JsonArray codes = new JsonArray();
    for (CloseCode code : CloseCode.values()) {
      codes.add(
          new JsonObject()
              .put("code", code.number())
              .put("name", code.name())
              .put("reason", code.reason()));
    }
    return codes;
  }

  /** An operation that browsers and programs may ask. */
  void open(Operation<?, ?> operation) {
    String address = operation.address();
    channel(address, address, Servers.GATEWAY);
    String reply = address + ".reply";
    String refused = address + ".refused";
    message(address, "request", Frames.send(address, operation.request()), "");
    message(ANSWERS, reply, Frames.answer(operation.reply()), "");
    message(ANSWERS, refused, Frames.refusal(codes(operation.refusals())), "");
    operation(address, "receive", address, operation.summary(), "request")
        .put(
            "reply",
            new JsonObject()
                .put("address", new JsonObject().put("location", "$message.payload#/replyAddress"))
                .put("channel", channelReference(ANSWERS))
                .put("messages", messageReferences(ANSWERS, reply, refused)))
        .put("x-exposure", "browser")
        .put("x-deadline-ms", operation.deadline().toMillis());
  }

  /** An operation between verticles: bodies without frames. */
  void inner(Operation<?, ?> operation) {
    String address = operation.address();
    channel(address, address, Servers.PROCESSES);
    message(address, "request", JsonSchemas.of(operation.request()), "");
    message(address, "reply", JsonSchemas.of(operation.reply()), "");
    operation(address, "receive", address, operation.summary(), "request")
        .put(
            "reply",
            new JsonObject()
                .put("channel", channelReference(address))
                .put("messages", messageReferences(address, "reply")))
        .put("x-exposure", "internal")
        .put("x-deadline-ms", operation.deadline().toMillis())
        .put("x-refusals", names(codes(operation.refusals())));
  }

  /**
   * A topic: what a client says to listen to it, and what it then hears. No operation has its name:
   * none has a capital at the beginning of a word.
   */
  void topic(Topic<?> topic) {
    String name = topic.form().replace("{id}", "ID");
    channel(name, topic.form(), Servers.GATEWAY)
        .put(
            "parameters",
            new JsonObject()
                .put(
                    "id",
                    new JsonObject()
                        .put("description", "1 to 64 letters, digits, hyphens or underscores.")));
    message(name, "register", Frames.listening("register", topic.form()), "");
    message(name, "unregister", Frames.listening("unregister", topic.form()), "");
    message(name, "event", Frames.event(topic.form(), topic.event()), topic.summary());
    Set<FailureCode> refusals = codes(topic.authorisedBy().refusals());
    refusals.add(FailureCode.NOT_A_MEMBER);
    refusals.add(FailureCode.TOO_MANY);
    message(name, "refused", Frames.refusal(refusals), "");
    operation(
            name + ".listen", "receive", name, "Begin or end to listen.", "register", "unregister")
        .put("x-exposure", "browser")
        .put("x-authorised-by", topic.authorisedBy().address());
    operation(name + ".tell", "send", name, topic.summary(), "event", "refused")
        .put("x-exposure", "browser")
        .put("x-newest-only", topic.keepsNewest());
  }

  /** A signal between processes. */
  void signal(Signal<?> signal) {
    channel(signal.address(), signal.address(), Servers.PROCESSES);
    message(signal.address(), "told", JsonSchemas.of(signal.event()), "");
    operation(signal.address(), "send", signal.address(), signal.summary(), "told")
        .put("x-exposure", "internal");
  }

  private JsonObject channel(String name, String address, String server) {
    JsonObject channel =
        new JsonObject()
            .put("address", address)
            .put("servers", Servers.only(server))
            .put("messages", new JsonObject());
    channels.put(name, channel);
    return channel;
  }

  /** A message of a channel; its name among all messages begins with that of the channel. */
  private void message(String channel, String name, JsonObject payload, String summary) {
    String full = name.startsWith(channel) || channel.equals(ANSWERS) ? name : channel + "." + name;
    JsonObject message = new JsonObject().put("name", full).put("payload", payload);
    if (!summary.isEmpty()) {
      message.put("summary", summary);
    }
    messages.put(full, message);
    channels
        .getJsonObject(channel)
        .getJsonObject("messages")
        .put(name, new JsonObject().put("$ref", "#/components/messages/" + full));
  }

  private JsonObject operation(
      String name, String action, String channel, String summary, String... which) {
    JsonObject operation =
        new JsonObject()
            .put("action", action)
            .put("channel", channelReference(channel))
            .put("summary", summary)
            .put("messages", messageReferences(channel, which));
    operations.put(name, operation);
    return operation;
  }

  private static JsonObject channelReference(String channel) {
    return new JsonObject().put("$ref", "#/channels/" + channel);
  }

  private static JsonArray messageReferences(String channel, String... names) {
    JsonArray references = new JsonArray();
    for (String name : names) {
      references.add(new JsonObject().put("$ref", "#/channels/" + channel + "/messages/" + name));
    }
    return references;
  }

  /** The declared codes and those that everything may fail with. */
  private static Set<FailureCode> codes(Set<FailureCode> declared) {
    Set<FailureCode> codes = EnumSet.noneOf(FailureCode.class);
    Stream.concat(
            Arrays.stream(FailureCode.values()).filter(FailureCode::generic), declared.stream())
        .forEach(codes::add);
    return codes;
  }

  private static JsonArray names(Set<FailureCode> codes) {
    JsonArray names = new JsonArray();
    codes.forEach(code -> names.add(code.name()));
    return names;
  }
}
