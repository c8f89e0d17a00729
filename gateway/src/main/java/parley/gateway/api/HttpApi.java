package parley.gateway.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.Map;
import parley.bus.BusClient;
import parley.gateway.account.AccountRoutes;
import parley.gateway.account.AdministrationRoutes;
import parley.gateway.account.OwnAccountRoutes;
import parley.gateway.account.PasswordResetRoutes;
import parley.gateway.avatar.AvatarRoutes;
import parley.gateway.avatar.ConversationPictureRoutes;
import parley.gateway.avatar.Uploads;
import parley.gateway.docs.DocumentRoutes;
import parley.gateway.files.FilesRoute;
import parley.gateway.health.HealthRoutes;
import parley.gateway.http.ClientAddress;
import parley.gateway.http.Endpoints;
import parley.gateway.http.Failures;
import parley.gateway.http.SecurityHeaders;
import parley.gateway.password.PasswordHasher;
import parley.gateway.redis.RedisCalls;
import parley.gateway.session.SessionGuard;
import parley.gateway.session.SessionParts;
import parley.gateway.throttle.Throttles;

/** The HTTP side of one event loop: made on it, mounted on its router, used by nobody else. */
public final class HttpApi {
  private final ApiParts process;
  private final RedisCalls redis;
  private final SessionParts sessions;
  private final AccountRoutes accounts;
  private final OwnAccountRoutes own;
  private final PasswordResetRoutes resets;
  private final AvatarRoutes avatars;
  private final ConversationPictureRoutes pictures;
  private final AdministrationRoutes administration;
  private final HealthRoutes health;

  public HttpApi(Vertx vertx, ApiParts process, BusClient bus) {
    this.process = process;
    ApiConfig config = process.config();
    redis = new RedisCalls(vertx, config.redis());
    Throttles throttles = new Throttles(config.throttle(), redis);
    sessions =
        new SessionParts(
            vertx,
            config.http(),
            config.session(),
            process.keys(),
            process.watch(),
            bus,
            redis,
            throttles);
    accounts =
        new AccountRoutes(
            vertx,
            new ClientAddress(config.http().trustedProxies()),
            bus,
            throttles,
            process.passwords(),
            sessions,
            config.signUp());
    ClientAddress addresses = new ClientAddress(config.http().trustedProxies());
    PasswordHasher passwords = process.passwords();
    own =
        new OwnAccountRoutes(
            vertx, addresses, bus, throttles, passwords, sessions, process.mailer());
    resets =
        new PasswordResetRoutes(
            vertx, addresses, bus, throttles, passwords, sessions, process.mailer());
    SessionGuard guard = sessions.guard();
    Uploads uploads = new Uploads(vertx, throttles, guard, process.darkroom());
    avatars = new AvatarRoutes(addresses, bus, guard, uploads);
    pictures = new ConversationPictureRoutes(addresses, bus, guard, uploads);
    administration = new AdministrationRoutes(vertx, addresses, bus, throttles, sessions);
    health = new HealthRoutes(bus, Map.of("gateway.redis", redis::answers));
  }

  /**
   * Mounts everything: failures and security headers for all routes of the router, then the
   * declared endpoints, and last of all, after whatever is mounted later, the files.
   */
  public void mount(Router router) {
    Failures.mount(router);
    router.route().handler(new SecurityHeaders(process.config().http()));
    router.route("/api/*").handler(sessions.originCheck());
    Endpoints endpoints = new Endpoints();
    accounts.addTo(endpoints);
    sessions.addTo(endpoints);
    own.addTo(endpoints);
    resets.addTo(endpoints);
    avatars.addTo(endpoints);
    pictures.addTo(endpoints);
    administration.addTo(endpoints);
    health.addTo(endpoints);
    new DocumentRoutes(process.documents()).addTo(endpoints);
    Surface.DECLARED.require(endpoints.routes());
    endpoints.mount(router);
    router.route("/api/*").handler(context -> context.fail(404));
    new FilesRoute(process.files()).mount(router);
  }

  /** Tells who a request or a socket's handshake comes from. */
  public SessionGuard guard() {
    return sessions.guard();
  }

  /** For a further router of this event loop. */
  public HealthRoutes health() {
    return health;
  }

  /** Closes the connections to Redis. */
  public Future<Void> close() {
    return redis.close();
  }
}
