package parley.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.gateway.http.Client;
import parley.gateway.http.ClientAddress;

/**
 * Finds out who a request, or a socket's handshake, comes from: by {@code Authorization: Bearer},
 * else by the cookie. Confined to the event loop that made it.
 */
public final class SessionGuard {
  private static final String BEARER = "bearer ";

  private final AccessTokens tokens;
  private final LiveSessions sessions;
  private final SessionCookies cookies;
  private final OriginGate origins;
  private final ClientAddress addresses;

  SessionGuard(
      AccessTokens tokens,
      LiveSessions sessions,
      SessionCookies cookies,
      OriginGate origins,
      ClientAddress addresses) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.cookies = cookies;
    this.origins = origins;
    this.addresses = addresses;
  }

  /**
   * The session of a request. The request is paused meanwhile, and flows again before the future
   * completes.
   *
   * <p>Fails with {@code FORBIDDEN} for a foreign page (also a cookie without {@code Origin} on a
   * handshake or a change), {@code SESSION_EXPIRED} without a valid access token (a refresh may
   * help), {@code SIGNED_OUT} if the session ended, {@code UNAVAILABLE} if nobody could tell.
   */
  public Future<SessionContext> authenticate(RoutingContext context) {
    return authenticate(context, () -> true);
  }

  /**
   * As {@link #authenticate(RoutingContext)}. Whether there is room is asked once a token has
   * proven right, and before Redis and PostgreSQL are; {@code UNAVAILABLE} if there is none.
   */
  public Future<SessionContext> authenticate(RoutingContext context, BooleanSupplier room) {
    HttpServerRequest request = context.request();
    boolean pausing = !request.isEnded();
    if (pausing) {
      request.pause();
    }
    Caller caller = Client.of(request, addresses).caller();
    return Future.succeededFuture(request)
        .map(this::presented)
        .compose(tokens::verify)
        .compose(
            claims ->
                room.getAsBoolean()
                    ? contextOf(claims, caller)
                    : Future.failedFuture(BusFailure.of(FailureCode.UNAVAILABLE)))
        .eventually(
            () -> {
              if (pausing) {
                request.resume();
              }
              return Future.succeededFuture();
            });
  }

  private String presented(HttpServerRequest request) {
    origins.check(request);
    return Optional.ofNullable(request.getHeader("Authorization"))
        .map(SessionGuard::bearer)
        .or(() -> cookies.access(request))
        .orElseThrow(() -> BusFailure.of(FailureCode.SESSION_EXPIRED));
  }

  /** Another scheme than Bearer names nobody here; the cookie does not stand in for it. */
  private static String bearer(String authorization) {
    return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? authorization.substring(BEARER.length()).strip()
        : "";
  }

  private Future<SessionContext> contextOf(AccessClaims claims, Caller caller) {
    return sessions.copyOf(claims.session(), caller).map(copy -> contextOf(claims, copy));
  }

  private static SessionContext contextOf(AccessClaims claims, SessionCopy copy) {
    if (!copy.profile().account().equals(claims.account())) {
      throw BusFailure.of(FailureCode.SIGNED_OUT);
    }
    return new SessionContext(
        copy.profile(), copy.administrator(), claims.session(), claims.expiresAt());
  }
}
