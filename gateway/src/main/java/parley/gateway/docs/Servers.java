package parley.gateway.docs;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import parley.gateway.http.Origin;

/** Where the bus of the AsyncAPI document is: at the gateway, and between processes. */
final class Servers {
  static final String GATEWAY = "gateway";
  static final String PROCESSES = "processes";

  private static final String PATH = "/eventbus/websocket";

  private Servers() {}

  static JsonObject of(Optional<Origin> publicOrigin) {
    return new JsonObject()
        .put(GATEWAY, gateway(publicOrigin))
        .put(
            PROCESSES,
            new JsonObject()
                .put("host", "localhost")
                .put("protocol", "vertx-eventbus")
                .put(
                    "description",
                    "The Vert.x event bus that the verticles share: within one JVM, or between"
                        + " processes on a private network."));
  }

  /** A reference to one of them. */
  static JsonArray only(String name) {
    return new JsonArray().add(new JsonObject().put("$ref", "#/servers/" + name));
  }

  private static JsonObject gateway(Optional<Origin> publicOrigin) {
    JsonObject server =
        new JsonObject()
            .put("host", publicOrigin.map(Origin::authority).orElse("{host}"))
            .put("pathname", PATH)
            .put("protocol", publicOrigin.map(Servers::protocol).orElse("ws"))
            .put("description", "A gateway; the session is shown when the socket is opened.")
            .put("security", new JsonArray().add(scheme("session")).add(scheme("bearer")));
    return publicOrigin.isPresent() ? server : server.put("variables", hostVariable());
  }

  private static String protocol(Origin origin) {
    return origin.scheme().equals("https") ? "wss" : "ws";
  }

  private static JsonObject hostVariable() {
    return new JsonObject()
        .put(
            "host",
            new JsonObject()
                .put("default", "127.0.0.1:8080")
                .put("description", "Host and port that people type."));
  }

  private static JsonObject scheme(String name) {
    return new JsonObject().put("$ref", "#/components/securitySchemes/" + name);
  }
}
