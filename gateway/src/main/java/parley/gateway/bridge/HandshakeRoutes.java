package parley.gateway.bridge;

import java.util.List;
import parley.gateway.http.Access;
import parley.gateway.http.Answer;
import parley.gateway.http.Route;

/**
 * What HTTP sees of the bridge: how a socket is opened. The library answers below {@code
 * /eventbus}, after {@link BridgeRoute} has let the request in.
 */
public final class HandshakeRoutes {
  private static final String CONTRACT =
      "The version of the contract that the client speaks; from a newer one unknown fields are"
          + " ignored.";
  private static final Route INFO =
      Route.get("/eventbus/info")
          .summary("Tell a SockJS client which transports there are: WebSockets.")
          .answers(Answer.ofAnyJson(200, "As the SockJS protocol says."));
  private static final Route RAW =
      handshake("/eventbus/websocket")
          .summary("Open a WebSocket to the bus, see /asyncapi.json.")
          .mayHave("contract", int.class, CONTRACT);
  private static final Route FRAMED =
      handshake("/eventbus/{server}/{socket}/websocket")
          .summary("Open a WebSocket to the bus in SockJS frames.")
          .with("server", String.class, "Three digits, chosen by the client.")
          .with("socket", String.class, "1 to 64 letters, digits, hyphens or underscores.")
          .mayHave("contract", int.class, CONTRACT);

  /** What is answered below {@code /eventbus}. */
  public static final List<Route> ROUTES = List.of(INFO, RAW, FRAMED);

  private HandshakeRoutes() {}

  /** Where a cookie tells who it is, the page must be of an allowed origin. */
  private static Route handshake(String path) {
    return Route.get(path).by(Access.SESSION).answers(Answer.empty(101, "The socket is open."));
  }
}
