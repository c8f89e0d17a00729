package parley.gateway.bridge;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.HttpServerRequestInternal;
import io.vertx.core.internal.http.HttpServerRequestWrapper;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Remembers the WebSocket behind each connection from the upgrade until the bridge has made its
 * socket. The bridge hides it, but pings and close codes need it. Stands in front of the router of
 * one event loop and is confined to it.
 */
final class WebSocketTap implements Handler<HttpServerRequest> {
  private final Handler<HttpServerRequest> next;
  private final Map<HttpConnection, ServerWebSocket> webSockets = new IdentityHashMap<>();

  WebSocketTap(Handler<HttpServerRequest> next) {
    this.next = next;
  }

  @Override
  public void handle(HttpServerRequest request) {
    next.handle(new Tapped((HttpServerRequestInternal) request));
  }

  /** Gives away the WebSocket that carries a socket just created; null the second time. */
  ServerWebSocket take(SockJSSocket socket) {
    return webSockets.remove(socket.routingContext().request().connection());
  }

  private ServerWebSocket remember(HttpConnection connection, ServerWebSocket webSocket) {
    webSockets.put(connection, webSocket);
    return webSocket;
  }

  private final class Tapped extends HttpServerRequestWrapper {
    Tapped(HttpServerRequestInternal request) {
      super(request);
    }

    @Override
    public Future<ServerWebSocket> toWebSocket() {
      HttpConnection connection = delegate.connection();
      return delegate.toWebSocket().map(webSocket -> remember(connection, webSocket));
    }
  }
}
