package parley.gateway.session;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.UUID;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.id.SessionId;
import parley.gateway.http.Access;
import parley.gateway.http.Answer;
import parley.gateway.http.Client;
import parley.gateway.http.ClientAddress;
import parley.gateway.http.Endpoints;
import parley.gateway.http.JsonBody;
import parley.gateway.http.Route;

/** {@code /api/me}, refreshing and ending of sessions. */
final class SessionRoutes {
  private static final Route ME =
      Route.get("/api/me")
          .summary("Tell who is signed in.")
          .by(Access.SESSION)
          .answers(Answer.of(200, "The account and its session.", Me.class));
  private static final Route REFRESH_BROWSER =
      Route.post("/api/sessions/refresh")
          .summary("Renew the tokens of a browser.")
          .by(Access.REFRESH)
          .takes(RefreshFromBrowser.class)
          .answers(SessionReplies.toBrowser(200))
          .fails(422, FailureCode.MALFORMED)
          .fails(FailureCode.RATE_LIMITED);
  private static final Route END_CURRENT =
      Route.delete("/api/sessions/current")
          .summary("End the own session.")
          .by(Access.SESSION_OR_REFRESH)
          .answers(
              Answer.empty(204, "The session is over.")
                  .header("Set-Cookie", "Takes both cookies away."))
          .fails(FailureCode.RATE_LIMITED);
  private static final Route REFRESH_PROGRAM =
      Route.post("/api/tokens/refresh")
          .summary("Renew the tokens of a program.")
          .takes(RefreshFromProgram.class)
          .answers(SessionReplies.toProgram())
          .fails(422, FailureCode.MALFORMED)
          .fails(FailureCode.SIGNED_OUT, FailureCode.RATE_LIMITED, FailureCode.UNAVAILABLE);

  /** What is answered here. */
  static final List<Route> ROUTES = List.of(ME, REFRESH_BROWSER, END_CURRENT, REFRESH_PROGRAM);

  private final JsonBody body;
  private final ClientAddress addresses;
  private final SessionCookies cookies;
  private final SessionGuard guard;
  private final SessionReplies replies;
  private final RefreshSessionHandler refresh;
  private final EndSessionHandler end;

  SessionRoutes(
      JsonBody body,
      ClientAddress addresses,
      SessionCookies cookies,
      SessionGuard guard,
      SessionReplies replies,
      RefreshSessionHandler refresh,
      EndSessionHandler end) {
    this.body = body;
    this.addresses = addresses;
    this.cookies = cookies;
    this.guard = guard;
    this.replies = replies;
    this.refresh = refresh;
    this.end = end;
  }

  void addTo(Endpoints endpoints) {
    endpoints
        .on(ME, this::me)
        .on(REFRESH_BROWSER, this::refreshBrowser)
        .on(END_CURRENT, this::endCurrent)
        .on(REFRESH_PROGRAM, this::refreshProgram);
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
