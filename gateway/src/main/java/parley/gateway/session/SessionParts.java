package parley.gateway.session;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import parley.bus.BusClient;
import parley.gateway.http.ClientAddress;
import parley.gateway.http.Endpoints;
import parley.gateway.http.HttpConfig;
import parley.gateway.http.JsonBody;
import parley.gateway.http.OriginPolicy;
import parley.gateway.http.Route;
import parley.gateway.redis.RedisCalls;
import parley.gateway.throttle.Throttles;

/** Wires what one event loop needs for sessions. Decides nothing. */
public final class SessionParts {
  /** What is answered here. */
  public static final List<Route> ROUTES =
      Stream.of(SessionRoutes.ROUTES, DeviceRoutes.ROUTES).flatMap(List::stream).toList();

  private final RedisSessionCopies copies;
  private final OriginGate origins;
  private final SessionGuard guard;
  private final SessionReplies replies;
  private final OpenSessionHandler open;
  private final SessionEnds ends;
  private final DeviceRoutes devices;
  private final SessionRoutes routes;

  public SessionParts(
      Vertx vertx,
      HttpConfig http,
      SessionConfig config,
      Supplier<SigningKeys> keys,
      SessionWatch watch,
      BusClient bus,
      RedisCalls redis,
      Throttles throttles) {
    AccessTokens access = new AccessTokens(vertx, config, keys, Clock.systemUTC());
    RefreshTokens refresh = new RefreshTokens(keys);
    copies = new RedisSessionCopies(redis, config);
    SessionCookies cookies = new SessionCookies(http, config);
    ClientAddress addresses = new ClientAddress(http.trustedProxies());
    origins = new OriginGate(new OriginPolicy(http), cookies);
    guard =
        new SessionGuard(access, new LiveSessions(bus, copies, watch), cookies, origins, addresses);
    replies = new SessionReplies(cookies);
    open = new OpenSessionHandler(bus, config, access, refresh, copies);
    ends = new SessionEnds(bus, copies, watch);
    EndSessionHandler end = new EndSessionHandler(bus, ends);
    devices = new DeviceRoutes(addresses, guard, cookies, bus, end);
    routes =
        new SessionRoutes(
            new JsonBody(vertx),
            addresses,
            cookies,
            guard,
            replies,
            new RefreshSessionHandler(bus, config, access, refresh, copies, throttles),
            end);
  }

  /** Tells who a request or a handshake comes from. */
  public SessionGuard guard() {
    return guard;
  }

  public SessionReplies replies() {
    return replies;
  }

  public OpenSessionHandler open() {
    return open;
  }

  /** Lets an account's new rights show at once in the session in which it got them. */
  public void promoted(SessionContext session) {
    copies.forget(session.session());
  }

  /** Makes known that sessions ended. */
  public SessionEnds ends() {
    return ends;
  }

  /** Goes before all routes that may change something. */
  public Handler<RoutingContext> originCheck() {
    return context -> {
      origins.check(context.request());
      context.next();
    };
  }

  public void addTo(Endpoints endpoints) {
    routes.addTo(endpoints);
    devices.addTo(endpoints);
  }
}
