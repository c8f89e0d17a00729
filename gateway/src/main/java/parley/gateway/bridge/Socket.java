package parley.gateway.bridge;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import parley.contract.Caller;
import parley.contract.CloseCode;
import parley.contract.Deadline;
import parley.contract.Operation;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;
import parley.contract.presence.PresenceWatched;
import parley.gateway.delivery.Frame;
import parley.gateway.presence.Visit;

/** One signed-in socket. Confined to its event loop. */
final class Socket {
  final UserId account;
  final SessionId session;

  /** That the account is there. */
  final Visit visit;

  /** Whether the client speaks a contract not newer than ours: then unknown fields are refused. */
  final boolean strict;

  final Map<String, Subscription> subscriptions = new LinkedHashMap<>();

  private final ServerWebSocket webSocket;
  private final boolean framed;
  private final CountedWriter out;

  /** The last question of whom it watches: the next one waits for its answer. */
  Future<PresenceWatched> watching = Future.succeededFuture();

  private int requests;
  private int underWay;
  private boolean closed;

  Socket(SockJSSocket bridge, ServerWebSocket webSocket, Handshake handshake, int outboundCap) {
    this.account = handshake.account();
    this.session = handshake.session();
    this.visit = new Visit(account);
    this.strict = handshake.strict();
    this.webSocket = webSocket;
    this.framed = !bridge.uri().split("\\?", 2)[0].endsWith("/eventbus/websocket");
    this.out = new CountedWriter(bridge, framed, outboundCap);
  }

  /** Hands the frame over; false if so much waits already that the socket is too slow. */
  boolean write(Frame frame) {
    return closed || out.write(frame);
  }

  /** As {@link #write(Frame)}, for what is said to this socket alone. */
  boolean write(String json) {
    return closed || out.write(json);
  }

  /**
   * Calls back when a message begins with an empty fragment: the library cannot put such a message
   * together, and every later frame would fail in its hands. Nothing is read any more then.
   */
  void onUnreadable(Runnable then) {
    webSocket.frameHandler(
        frame -> {
          boolean first = frame.isText() || frame.isBinary();
          if (first && !frame.isFinal() && frame.binaryData().length() == 0) {
            stopReading();
            then.run();
          }
        });
  }

  /** Whose request the next one is; its id ties log lines together. */
  Caller caller(Operation<?, ?> operation) {
    String requestId = session.toString().substring(0, 8) + "-" + ++requests;
    return new Caller(account, session, requestId, Deadline.in(operation.deadline()));
  }

  /** Counts requests under way; true if there may be one more. */
  boolean begin(int most) {
    if (underWay >= most) {
      return false;
    }
    underWay++;
    return true;
  }

  void end() {
    underWay--;
  }

  /** Asks the client for a sign of life; browsers answer even in hidden tabs. */
  void ping() {
    if (!closed) {
      webSocket.writePing(Buffer.buffer()).onFailure(gone -> {});
    }
  }

  /** Calls back whenever the client has answered a ping. */
  void onPong(Runnable then) {
    webSocket.pongHandler(answer -> then.run());
  }

  /** Closes it for good; a client that does not read is cut off by the write time-out. */
  void close(CloseCode code) {
    if (closed) {
      return;
    }
    closed = true;
    stopReading();
    if (framed) {
      String frame = "c[" + code.number() + ",\"" + code.reason() + "\"]";
      webSocket.writeTextMessage(frame).onFailure(gone -> {});
    }
    webSocket.close((short) code.number(), code.reason()).onFailure(gone -> {});
  }

  /** What a client sent behind a broken frame finds a bridge that has forgotten the socket. */
  private void stopReading() {
    if (!webSocket.isClosed()) {
      webSocket.textMessageHandler(null);
      webSocket.binaryMessageHandler(null);
    }
  }

  /** The client has gone; nothing is written any more, and nobody listens for it. */
  void gone() {
    closed = true;
  }

  /** True from the moment on which the server has closed it, or the client has gone. */
  boolean isClosed() {
    return closed;
  }
}
