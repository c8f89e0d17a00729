package parley.gateway.session;

import io.vertx.core.Future;
import java.util.UUID;
import parley.bus.BusClient;
import parley.contract.account.Credentials;
import parley.contract.id.SessionId;
import parley.contract.session.OpenSession;
import parley.contract.session.SessionOperations;
import parley.contract.session.SessionState;
import parley.gateway.http.Client;

/** Opens a session for somebody whose password was right. */
public final class OpenSessionHandler {
  private final BusClient bus;
  private final SessionConfig config;
  private final AccessTokens access;
  private final RefreshTokens refresh;
  private final RedisSessionCopies copies;

  OpenSessionHandler(
      BusClient bus,
      SessionConfig config,
      AccessTokens access,
      RefreshTokens refresh,
      RedisSessionCopies copies) {
    this.bus = bus;
    this.config = config;
    this.access = access;
    this.refresh = refresh;
    this.copies = copies;
  }

  /**
   * A new session of the account, stored before it is answered; {@code WRONG_CREDENTIALS} if the
   * password was replaced since it was checked.
   */
  public Future<OpenedSession> handle(Credentials checked, Client client) {
    RefreshToken first = refresh.first(new SessionId(UUID.randomUUID()));
    OpenSession request =
        new OpenSession(
            first.session(),
            checked.profile().account(),
            first.hash(),
            client.device(),
            config.idleTtl().toMillis(),
            checked.passwordHash());
    return bus.request(SessionOperations.OPEN_SESSION, request, client.caller())
        .map(state -> opened(state, first));
  }

  private OpenedSession opened(SessionState state, RefreshToken first) {
    copies.keep(state);
    return OpenedSession.of(state, access.issue(state.profile().account(), state.session()), first);
  }
}
