package parley.gateway.docs;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import parley.contract.Catalog;
import parley.contract.Exposure;
import parley.contract.FailureCode;
import parley.contract.Operation;
import parley.contract.Signal;
import parley.contract.Topic;
import parley.contract.schema.JsonSchemas;
import parley.contract.schema.Shapes;
import parley.gateway.http.Origin;
import parley.gateway.session.CookieNames;

/**
 * What can be asked and heard over the bus, as AsyncAPI 3.0: written from the catalogue. The frames
 * are those of the bridge.
 */
public final class AsyncApi {
  private static final String DESCRIPTION =
      "One WebSocket carries JSON frames, each in a message of its own. A `send` frame asks one of"
          + " the operations; what answers is a `rec` or an `err` frame whose address is the"
          + " `replyAddress` of the question. A `register` frame begins to listen to a topic. Every"
          + " operation is idempotent: it may be asked again after a time-out. What has"
          + " `x-exposure: internal` is open to the verticles of the server alone; browsers and"
          + " programs are answered UNKNOWN_ADDRESS. Keys are camelCase, instants are milliseconds"
          + " since 1970 and end in `At`, lengths of time end in `Ms`; what is absent has no key.";

  private AsyncApi() {}

  /**
   * The document.
   *
   * @param publicOrigin where people reach this server, if that is known
   */
  public static JsonObject of(Catalog catalog, Optional<Origin> publicOrigin, CookieNames cookies) {
    Channels channels = new Channels();
    for (Operation<?, ?> operation : catalog.operations()) {
      if (operation.exposure() == Exposure.BROWSER) {
        channels.open(operation);
      } else {
        channels.inner(operation);
      }
    }
    catalog.topics().forEach(channels::topic);
    catalog.signals().forEach(channels::signal);
    return new JsonObject()
        .put("asyncapi", "3.0.0")
        .put(
            "info",
            new JsonObject()
                .put("title", "Parley over the bus")
                .put("version", Integer.toString(Catalog.VERSION))
                .put("description", DESCRIPTION)
                .put("license", Licence.APACHE))
        .put("defaultContentType", "application/json")
        .put("servers", Servers.of(publicOrigin))
        .put("channels", channels.channels())
        .put("operations", channels.operations())
        .put(
            "components",
            new JsonObject()
                .put("schemas", schemas(catalog))
                .put("messages", channels.messages())
                .put("securitySchemes", SecuritySchemes.ofSockets(cookies)))
        .put("x-failures", failures());
  }

  /** What browsers and programs ask is read strictly, so what is only asked is closed. */
  private static JsonObject schemas(Catalog catalog) {
    List<? extends Class<?>> asked =
        catalog.operations().stream()
            .filter(operation -> operation.exposure() == Exposure.BROWSER)
            .<Class<?>>map(Operation::request)
            .toList();
    Stream<Class<?>> others =
        Stream.of(
                catalog.operations().stream().<Class<?>>map(Operation::reply),
                catalog.operations().stream()
                    .filter(operation -> operation.exposure() == Exposure.INTERNAL)
                    .<Class<?>>map(Operation::request),
                catalog.topics().stream().<Class<?>>map(Topic::event),
                catalog.signals().stream().<Class<?>>map(Signal::event))
            .flatMap(all -> all);
    Set<Class<?>> closed = new HashSet<>(Shapes.of(asked).types());
    closed.removeAll(Shapes.of(others.toList()).types());
    return JsonSchemas.of(Shapes.ofAll(catalog), closed).mergeIn(Frames.shared());
  }

  private static JsonArray failures() {
    JsonArray failures = new JsonArray();
    for (FailureCode code : FailureCode.values()) {
      failures.add(
          new JsonObject()
              .put("failureCode", code.number())
              .put("message", code.name())
              .put("meaning", code.meaning())
              .put("duty", code.duty()));
    }
    return failures;
  }
}
