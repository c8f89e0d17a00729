package parley.gateway.session;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.session.RotateSession;
import parley.contract.session.SessionOperations;
import parley.contract.session.SessionState;
import parley.gateway.http.Client;
import parley.gateway.throttle.Throttles;

/**
 * Replaces a refresh token by its successor; PostgreSQL decides. The same token with the same nonce
 * within 60 s gets the same successor; any other reuse ends the session.
 */
final class RefreshSessionHandler {
  private final BusClient bus;
  private final SessionConfig config;
  private final AccessTokens access;
  private final RefreshTokens refresh;
  private final RedisSessionCopies copies;
  private final Throttles throttles;

  RefreshSessionHandler(
      BusClient bus,
      SessionConfig config,
      AccessTokens access,
      RefreshTokens refresh,
      RedisSessionCopies copies,
      Throttles throttles) {
    this.bus = bus;
    this.config = config;
    this.access = access;
    this.refresh = refresh;
    this.copies = copies;
    this.throttles = throttles;
  }

  /** Fresh tokens; {@code SIGNED_OUT} if {@code presented} is not, or no longer, good for them. */
  Future<OpenedSession> handle(String presented, String nonce, Client client) {
    String checked = Nonce.checked(nonce);
    RefreshToken token =
        RefreshToken.parse(presented).orElseThrow(() -> BusFailure.of(FailureCode.SIGNED_OUT));
    return throttles.refresh(client.network()).compose(passed -> rotate(token, checked, client));
  }

  private Future<OpenedSession> rotate(RefreshToken token, String nonce, Client client) {
    RefreshToken successor = refresh.successor(token, nonce);
    RotateSession request =
        new RotateSession(
            token.session(), token.hash(), successor.hash(), nonce, config.idleTtl().toMillis());
    return bus.request(SessionOperations.ROTATE_SESSION, request, client.caller())
        .map(state -> opened(state, successor))
        .recover(cause -> Future.failedFuture(noteEnd(cause, token)));
  }

  private OpenedSession opened(SessionState state, RefreshToken successor) {
    copies.keep(state);
    return OpenedSession.of(
        state, access.issue(state.profile().account(), state.session()), successor);
  }

  private Throwable noteEnd(Throwable cause, RefreshToken token) {
    if (BusFailure.is(cause, FailureCode.SIGNED_OUT)) {
      copies.markEndedIfKept(token.session());
    }
    return cause;
  }
}
