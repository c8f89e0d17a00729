package parley.gateway.bridge;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.sockjs.SockJSBridgeOptions;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import io.vertx.ext.web.handler.sockjs.Transport;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import parley.bus.BusClient;
import parley.contract.Catalog;
import parley.contract.feed.FeedOperations;
import parley.contract.id.SessionId;
import parley.contract.presence.PresenceOperations;
import parley.gateway.session.SessionGuard;

/**
 * The bridge of one event loop: mounts {@code /eventbus/*} on its router and builds the gate behind
 * it. Only WebSockets are served, raw and SockJS-framed; the other transports are keyed by an id
 * that the client chooses, and bound to nobody.
 */
public final class BridgeRoute {
  private static final Pattern SERVED =
      Pattern.compile("/eventbus/(websocket|info|\\d{3}/[A-Za-z0-9_-]{1,64}/websocket)");
  private static final String INFO = "/eventbus/info";
  private static final int PING_TIMEOUT_MS = 120_000;
  private static final Duration REASKED_AFTER = Duration.ofMinutes(5);

  private final Vertx vertx;
  private final WebSocketTap tap;
  private final Gate gate;
  private final Admission admission;

  /**
   * Built on the event loop that it belongs to.
   *
   * @param ended whether a session has ended
   */
  public BridgeRoute(
      Vertx vertx,
      Router router,
      BridgeConfig config,
      Catalog catalog,
      SharedParts shared,
      Predicate<SessionId> ended) {
    this.vertx = vertx;
    this.tap = new WebSocketTap(router);
    this.admission = shared.admission();
    Context loop = vertx.getOrCreateContext();
    BusClient bus = new BusClient(vertx);
    SubscriptionIndex index =
        new SubscriptionIndex(
            loop, shared.order(), shared.metrics(), config.subscriptionsPerSocket());
    Subscribing subscribing = new Subscribing(catalog, index, bus);
    Resuming resuming = new Resuming(subscribing, bus, new Turns(config.resumesAtOnce()));
    Reasking reasking = new Reasking(vertx, index, bus, REASKED_AFTER);
    reasking.start();
    shared.relations().onEnded(parted -> loop.runOnContext(here -> reasking.parted(parted)));
    shared.relations().onNarrowed(one -> loop.runOnContext(here -> reasking.narrowed(one)));
    Answers answers =
        new Answers(bus)
            .with(FeedOperations.RESUME, resuming::resume)
            .with(PresenceOperations.WATCH_PRESENCE, new Watching(index, bus, reasking)::watch)
            .with(PresenceOperations.NOTE_IDLE, new Idling(shared.attendance())::note);
    Requests requests = new Requests(catalog, config, answers, shared.metrics());
    this.gate = new Gate(tap::take, config, shared, index, subscribing, requests, ended);
    vertx.setPeriodic(config.pingPeriod().toMillis(), tick -> gate.pingAll());
  }

  /** Serves the bridge on this router, to whoever the guard lets in. */
  public void mount(Router router, SessionGuard guard) {
    SockJSHandlerOptions options = new SockJSHandlerOptions();
    for (Transport transport : Transport.values()) {
      if (transport != Transport.WEBSOCKET) {
        options.addDisabledTransport(transport.toString());
      }
    }
    SockJSBridgeOptions bridge = new SockJSBridgeOptions().setPingTimeout(PING_TIMEOUT_MS);
    router.route("/eventbus/*").handler(BridgeRoute::refuseOthers);
    router.route("/eventbus/*").handler(context -> admit(context, guard));
    router
        .route("/eventbus/*")
        .subRouter(SockJSHandler.create(vertx, options).bridge(bridge, gate));
  }

  /** What the HTTP server has to be given instead of the router. */
  public Handler<HttpServerRequest> requests() {
    return tap;
  }

  /** Closes the sockets of a session that is over. */
  public void end(SessionId session) {
    gate.end(session);
  }

  /** Asks every socket to come back elsewhere. */
  public void closeAll() {
    gate.closeAll();
  }

  private static void refuseOthers(RoutingContext context) {
    if (SERVED.matcher(context.normalizedPath()).matches()) {
      context.next();
    } else {
      context.fail(404);
    }
  }

  /**
   * No socket without a session, and none too many in a moment: refused before the upgrade. What
   * SockJS asks beforehand tells nothing about anybody, and outside of browsers its client cannot
   * send a token with it.
   */
  private void admit(RoutingContext context, SessionGuard guard) {
    if (context.normalizedPath().equals(INFO)) {
      context.next();
      return;
    }
    guard
        .authenticate(context, admission::admit)
        .onComplete(
            session -> {
              Handshake.store(context, session.account(), session.session());
              context.next();
            },
            context::fail);
  }
}
