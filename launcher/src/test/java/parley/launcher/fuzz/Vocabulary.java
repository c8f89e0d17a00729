package parley.launcher.fuzz;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import parley.contract.Catalog;
import parley.contract.Exposure;
import parley.contract.Operation;
import parley.contract.Topic;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

/**
 * The addresses and bodies that frames are made of: what the catalogue declares, with identifiers
 * that exist.
 *
 * @param requests of all operations, also of those that are not open to browsers
 * @param topics own ones, foreign ones and such as nobody declared
 */
record Vocabulary(List<Request> requests, List<String> topics) {
  private static final String CONVERSATION = "0191b5a0-0000-7000-8000-0000000000c1";
  private static final String ACCOUNT = "0191b5a0-0000-7000-8000-0000000000a1";
  private static final String CLIENT_ID = "0191b5a0-0000-7000-8000-0000000000e1";

  /** An operation and a body that fits it, with {new} for an unused identifier. */
  record Request(String address, String body) {}

  static Vocabulary of(UserId account, ConversationId own, ConversationId foreign, UserId other) {
    List<Request> requests = new ArrayList<>();
    for (Operation<?, ?> operation : Catalog.core().operations()) {
      String body = fixture(operation.request());
      if (operation.exposure() == Exposure.BROWSER) {
        requests.add(new Request(operation.address(), with(body, own, account)));
        requests.add(new Request(operation.address(), with(body, own, account)));
      }
      requests.add(new Request(operation.address(), with(body, foreign, other)));
    }
    requests.add(new Request("gateway.deliveries", "{}"));
    List<String> topics = new ArrayList<>(List.of("nobody.declared.this", "conversation..events"));
    for (Topic<?> topic : Catalog.core().topics()) {
      for (Object id : List.of(own, foreign, account, other, "x".repeat(64))) {
        topics.add(topic.address(id.toString()));
      }
    }
    return new Vocabulary(List.copyOf(requests), List.copyOf(topics));
  }

  private static String with(String body, ConversationId conversation, UserId account) {
    return body.replace(CONVERSATION, conversation.toString())
        .replace(ACCOUNT, account.toString())
        .replace(CLIENT_ID, "{new}");
  }

  private static String fixture(Class<?> request) {
    String file = "/fixtures/" + request.getSimpleName() + ".json";
    try (InputStream in = Catalog.class.getResourceAsStream(file)) {
      return new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8)).encode();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
