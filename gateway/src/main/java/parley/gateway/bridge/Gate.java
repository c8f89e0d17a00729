package parley.gateway.bridge;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.handler.sockjs.BridgeEvent;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import parley.contract.BusFailure;
import parley.contract.CloseCode;
import parley.contract.FailureCode;
import parley.contract.id.SessionId;
import parley.gateway.GatewayMetrics;
import parley.gateway.presence.Attendance;

/**
 * All inbound traffic in one place: decides on every event of the bridge. What it serves itself it
 * leaves uncompleted, so that the bridge does nothing: requests, registrations, the bridge's own
 * idle check (the server's pings decide about liveness). Confined to one event loop.
 */
final class Gate implements Handler<BridgeEvent> {
  private final Map<SockJSSocket, Socket> sockets = new IdentityHashMap<>();
  private final Function<SockJSSocket, ServerWebSocket> webSockets;
  private final BridgeConfig config;
  private final AccountLimits limits;
  private final Attendance attendance;
  private final SubscriptionIndex index;
  private final Subscribing subscribing;
  private final Requests requests;
  private final Predicate<SessionId> ended;
  private final GatewayMetrics metrics;

  /**
   * @param ended whether a session has ended, asked again once a socket of it exists
   */
  Gate(
      Function<SockJSSocket, ServerWebSocket> webSockets,
      BridgeConfig config,
      SharedParts shared,
      SubscriptionIndex index,
      Subscribing subscribing,
      Requests requests,
      Predicate<SessionId> ended) {
    this.webSockets = webSockets;
    this.config = config;
    this.limits = shared.limits();
    this.attendance = shared.attendance();
    this.index = index;
    this.subscribing = subscribing;
    this.requests = requests;
    this.ended = ended;
    this.metrics = shared.metrics();
  }

  @Override
  public void handle(BridgeEvent event) {
    switch (event.type()) {
      case SOCKET_CREATED -> event.complete(created(event.socket()));
      case SEND -> with(event, this::send);
      case PUBLISH -> with(event, this::refusePublish);
      case REGISTER -> with(event, this::register);
      case UNREGISTER -> with(event, this::unregister);
      case SOCKET_IDLE -> {}
      case SOCKET_ERROR -> {
        close(event.socket(), CloseCode.BAD_FRAME);
        event.complete(true);
      }
      case SOCKET_CLOSED -> {
        gone(event.socket());
        event.complete(true);
      }
      default -> event.complete(true);
    }
  }

  /** Closes the sockets of a session that is over. */
  void end(SessionId session) {
    for (SockJSSocket bridge : new ArrayList<>(sockets.keySet())) {
      if (sockets.get(bridge).session.equals(session)) {
        close(bridge, CloseCode.SESSION_OVER);
      }
    }
  }

  /** Asks every socket for a sign of life. */
  void pingAll() {
    sockets.values().forEach(Socket::ping);
    limits.forgetIdle(System.nanoTime());
  }

  /** Asks every socket to come back, to another gateway or to this one later. */
  void closeAll() {
    new ArrayList<>(sockets.keySet()).forEach(bridge -> close(bridge, CloseCode.GOING_AWAY));
  }

  private boolean created(SockJSSocket bridge) {
    Handshake handshake = Handshake.of(bridge.routingContext());
    ServerWebSocket webSocket = webSockets.apply(bridge);
    if (handshake == null || webSocket == null) {
      return false;
    }
    Socket socket = new Socket(bridge, webSocket, handshake, config.outboundCap());
    if (ended.test(socket.session)) {
      socket.close(CloseCode.SESSION_OVER);
      return false;
    }
    if (!limits.open(socket.account)) {
      socket.close(CloseCode.TOO_MANY_SOCKETS);
      return false;
    }
    sockets.put(bridge, socket);
    socket.onUnreadable(() -> close(bridge, CloseCode.BAD_FRAME));
    socket.onPong(() -> attendance.heard(socket.visit));
    attendance.heard(socket.visit);
    metrics.socketsChanged(1);
    return true;
  }

  private void gone(SockJSSocket bridge) {
    Socket socket = sockets.remove(bridge);
    if (socket != null) {
      socket.gone();
      index.dropAll(socket);
      limits.close(socket.account);
      metrics.socketsChanged(-1);
    }
  }

  /** It counts until it is really closed, which a client that does not read may put off. */
  private void close(SockJSSocket bridge, CloseCode code) {
    Socket socket = sockets.get(bridge);
    if (socket != null) {
      index.dropAll(socket);
      socket.close(code);
    }
  }

  private void send(Socket socket, BridgeEvent event) {
    requests
        .answer(socket, event.getRawMessage())
        .onSuccess(fast -> closeIf(!fast, event.socket()));
  }

  private void register(Socket socket, BridgeEvent event) {
    String address = address(event);
    Future.<Void>future(done -> subscribing.register(socket, address).onComplete(done))
        .onFailure(cause -> refuse(socket, event, cause));
  }

  private void unregister(Socket socket, BridgeEvent event) {
    subscribing.unregister(socket, address(event));
  }

  /** Only operations change anything; publishing belongs to the server. */
  private void refusePublish(Socket socket, BridgeEvent event) {
    refuse(socket, event, BusFailure.of(FailureCode.FORBIDDEN));
  }

  /** At the reply address of a request, at the address of a registration. */
  private void refuse(Socket socket, BridgeEvent event, Throwable cause) {
    metrics.requestRefused();
    String reply = Requests.replyAddress(event.getRawMessage());
    String address = reply == null ? address(event) : reply;
    closeIf(!socket.write(BridgeReply.failure(address, cause)), event.socket());
  }

  private void closeIf(boolean slow, SockJSSocket bridge) {
    if (slow) {
      metrics.socketTooSlow();
      close(bridge, CloseCode.TOO_SLOW);
    }
  }

  /** Whatever a client sends costs a token, also what is refused. */
  private void with(BridgeEvent event, Serving serving) {
    Socket socket = sockets.get(event.socket());
    if (socket == null || socket.isClosed()) {
      return;
    }
    attendance.heard(socket.visit);
    if (limits.take(socket.account, System.nanoTime())) {
      serving.serve(socket, event);
    } else {
      refuse(socket, event, BusFailure.of(FailureCode.RATE_LIMITED));
    }
  }

  private static String address(BridgeEvent event) {
    JsonObject frame = event.getRawMessage();
    String address = String.valueOf(frame.getValue("address"));
    return address.length() <= 200 ? address : address.substring(0, 200);
  }

  private interface Serving {
    void serve(Socket socket, BridgeEvent event);
  }
}
