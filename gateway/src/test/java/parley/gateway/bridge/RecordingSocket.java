package parley.gateway.bridge;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;

/** A raw socket of the bridge that keeps what is written to it and may refuse to let it leave. */
final class RecordingSocket {
  final UserId account = new UserId(UUID.randomUUID());
  final List<JsonObject> written = new CopyOnWriteArrayList<>();
  final List<Integer> closeCodes = new CopyOnWriteArrayList<>();
  private final List<Promise<Void>> stuck = new ArrayList<>();
  private boolean reading = true;

  /** From now on nothing leaves, as with a client that does not read. */
  void stopReading() {
    reading = false;
  }

  /** What was stuck leaves. */
  void readAgain() {
    reading = true;
    stuck.forEach(Promise::complete);
    stuck.clear();
  }

  Socket socket(int cap) {
    Handshake handshake = new Handshake(account, new SessionId(UUID.randomUUID()), true);
    return new Socket(bridge(), webSocket(), handshake, cap);
  }

  SockJSSocket bridge() {
    return proxy(
        SockJSSocket.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "uri" -> "/eventbus/websocket?contract=1";
              case "write" -> write((Buffer) arguments[0]);
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private ServerWebSocket webSocket() {
    return proxy(
        ServerWebSocket.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "close" -> closed((Short) arguments[0]);
              case "isClosed" -> false;
              case "textMessageHandler", "binaryMessageHandler" -> proxy;
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private Future<Void> closed(short code) {
    closeCodes.add((int) code);
    return Future.succeededFuture();
  }

  private Future<Void> write(Buffer bytes) {
    written.add(new JsonObject(bytes));
    if (reading) {
      return Future.succeededFuture();
    }
    Promise<Void> leaving = Promise.promise();
    stuck.add(leaving);
    return leaving.future();
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
