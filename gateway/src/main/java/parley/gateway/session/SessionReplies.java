package parley.gateway.session;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import parley.gateway.http.Answer;
import parley.gateway.http.Endpoints;

/**
 * Writes an opened session: to browsers as cookies, with no token in the body; to programs whole.
 */
public final class SessionReplies {
  private final SessionCookies cookies;

  SessionReplies(SessionCookies cookies) {
    this.cookies = cookies;
  }

  /** How {@link #toBrowser(RoutingContext, int, OpenedSession)} answers. */
  public static Answer toBrowser(int status) {
    return Answer.of(status, "The session is open; its tokens are in the cookies.", Me.class)
        .header("Set-Cookie", "The access token and the refresh token, for this host alone.");
  }

  /** How {@link #toProgram(RoutingContext, OpenedSession)} answers. */
  public static Answer toProgram() {
    return Answer.of(200, "The session is open.", Tokens.class);
  }

  /** For browsers. */
  public Future<Void> toBrowser(RoutingContext context, int status, OpenedSession opened) {
    cookies.set(context.response(), opened);
    Me me =
        Me.of(
            opened.profile(),
            opened.administrator(),
            opened.refresh().session(),
            opened.access().remainingMs());
    return Endpoints.answer(context, status, me);
  }

  /** The session is over: takes the tokens away. */
  public Future<Void> farewell(RoutingContext context) {
    cookies.clear(context.response());
    return Endpoints.answerNothing(context);
  }

  /** For programs. */
  public Future<Void> toProgram(RoutingContext context, OpenedSession opened) {
    return Endpoints.answer(context, 200, Tokens.of(opened));
  }
}
