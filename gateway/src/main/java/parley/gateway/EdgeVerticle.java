package parley.gateway;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import parley.bus.BusClient;
import parley.contract.Catalog;
import parley.gateway.api.ApiParts;
import parley.gateway.api.HttpApi;
import parley.gateway.api.Surface;
import parley.gateway.bridge.BridgeRoute;
import parley.gateway.bridge.SharedParts;

/** One event loop that serves people: its HTTP server, its router and its bridge. Only wires. */
final class EdgeVerticle extends VerticleBase {
  private static final int BACKLOG = 4_096;
  private static final int SEND_BUFFER_BYTES = 128 * 1024;
  private static final int LARGEST_FRAME_BYTES = 4 * 1024 * 1024;

  private final GatewayConfig config;
  private final int port;
  private final Catalog catalog;
  private final ApiParts parts;
  private final SharedParts shared;
  private HttpServer server;
  private HttpApi api;
  private BridgeRoute bridge;

  EdgeVerticle(
      GatewayConfig config, int port, Catalog catalog, ApiParts parts, SharedParts shared) {
    this.config = config;
    this.port = port;
    this.catalog = catalog;
    this.parts = parts;
    this.shared = shared;
  }

  @Override
  public Future<?> start() {
    Router router = Router.router(vertx);
    api = new HttpApi(vertx, parts, new BusClient(vertx));
    api.mount(router);
    bridge =
        new BridgeRoute(vertx, router, config.bridge(), catalog, shared, parts.watch()::hasEnded);
    bridge.mount(router, api.guard());
    Surface.DECLARED.require(router);
    parts.watch().onEnded(session -> context.runOnContext(here -> bridge.end(session)));
    server = vertx.createHttpServer(options()).requestHandler(bridge.requests());
    return server.listen();
  }

  @Override
  public Future<?> stop() {
    bridge.closeAll();
    return server.close().eventually(api::close);
  }

  int port() {
    return server.actualPort();
  }

  /**
   * Liveness is decided by silence: pings make every healthy socket say and hear something. Nothing
   * written for as long means that the client does not read; a close would never finish by itself.
   */
  private HttpServerOptions options() {
    int silence = (int) config.bridge().silence().toSeconds();
    return new HttpServerOptions()
        .setHost(config.host())
        .setPort(port)
        .setAcceptBacklog(BACKLOG)
        .setSendBufferSize(SEND_BUFFER_BYTES)
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        .setReadIdleTimeout(silence)
        .setWriteIdleTimeout(silence)
        .setMaxWebSocketMessageSize(config.bridge().maxMessageBytes())
        .setMaxWebSocketFrameSize(LARGEST_FRAME_BYTES)
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false);
  }
}
