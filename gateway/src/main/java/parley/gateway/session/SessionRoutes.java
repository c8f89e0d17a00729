package parley.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.UUID;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.id.SessionId;
import parley.gateway.http.Client;
import parley.gateway.http.ClientAddress;
import parley.gateway.http.Endpoints;
import parley.gateway.http.JsonBody;

/** {@code /api/me}, refreshing and ending of sessions. */
final class SessionRoutes {
  private final JsonBody body;
  private final ClientAddress addresses;
  private final SessionCookies cookies;
  private final SessionGuard guard;
  private final SessionReplies replies;
  private final RefreshSessionHandler refresh;
  private final EndSessionHandler end;
  private final DeviceRoutes devices;

  SessionRoutes(
      JsonBody body,
      ClientAddress addresses,
      SessionCookies cookies,
      SessionGuard guard,
      SessionReplies replies,
      RefreshSessionHandler refresh,
      EndSessionHandler end,
      DeviceRoutes devices) {
    this.body = body;
    this.addresses = addresses;
    this.cookies = cookies;
    this.guard = guard;
    this.replies = replies;
    this.refresh = refresh;
    this.end = end;
    this.devices = devices;
  }

  void mount(Endpoints endpoints) {
    endpoints
        .at("/api/me", Map.of(HttpMethod.GET, this::me))
        .at("/api/sessions/refresh", Map.of(HttpMethod.POST, this::refreshBrowser))
        .at("/api/sessions/current", Map.of(HttpMethod.DELETE, this::endCurrent))
        .at("/api/tokens/refresh", Map.of(HttpMethod.POST, this::refreshProgram));
    devices.mount(endpoints);
  }

  private Future<?> me(RoutingContext context) {
    return guard
        .authenticate(context)
        .compose(
            session -> {
              long remaining = session.accessExpiresAt() - System.currentTimeMillis();
              Me me =
                  Me.of(
                      session.profile(),
                      session.administrator(),
                      session.session(),
                      Math.max(0, remaining));
              return Endpoints.answer(context, 200, me);
            });
  }

  private Future<?> refreshBrowser(RoutingContext context) {
    Client client = Client.of(context.request(), addresses);
    String token = cookies.refresh(context.request()).orElse("");
    return body.read(context.request(), RefreshFromBrowser.class)
        .compose(request -> refresh.handle(token, request.nonce(), client))
        .compose(opened -> replies.toBrowser(context, 200, opened))
        .recover(cause -> forgetIfOver(context, cause));
  }

  private Future<?> refreshProgram(RoutingContext context) {
    Client client = Client.of(context.request(), addresses);
    return body.read(context.request(), RefreshFromProgram.class)
        .compose(request -> refresh.handle(request.refreshToken(), request.nonce(), client))
        .compose(opened -> replies.toProgram(context, opened));
  }

  private Future<?> endCurrent(RoutingContext context) {
    Client client = Client.of(context.request(), addresses);
    return guard
        .authenticate(context)
        .map(SessionContext::session)
        .recover(cause -> sessionByRefresh(context, client, cause))
        .compose(session -> end.handle(session, client.caller()))
        .compose(ended -> answerEnded(context))
        .recover(cause -> forgetIfOver(context, cause));
  }

  /** A browser whose access token expired can still log out: its other cookie is sent here too. */
  private Future<SessionId> sessionByRefresh(
      RoutingContext context, Client client, Throwable cause) {
    String token = cookies.refresh(context.request()).orElse("");
    if (!BusFailure.is(cause, FailureCode.SESSION_EXPIRED) || token.isEmpty()) {
      return Future.failedFuture(cause);
    }
    return refresh
        .handle(token, UUID.randomUUID().toString(), client)
        .map(opened -> opened.refresh().session());
  }

  private Future<Void> answerEnded(RoutingContext context) {
    cookies.clear(context.response());
    return Endpoints.answerNothing(context);
  }

  private Future<Void> forgetIfOver(RoutingContext context, Throwable cause) {
    if (BusFailure.is(cause, FailureCode.SIGNED_OUT)) {
      cookies.clear(context.response());
    }
    return Future.failedFuture(cause);
  }
}
