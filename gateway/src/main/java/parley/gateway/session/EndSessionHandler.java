package parley.gateway.session;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;
import parley.contract.session.EndOwnSession;
import parley.contract.session.EndSession;
import parley.contract.session.SessionEnded;
import parley.contract.session.SessionOperations;

/** Ends a session: stored first, then made known. Ending twice is ending once. */
final class EndSessionHandler {
  private final BusClient bus;
  private final SessionEnds ends;

  EndSessionHandler(BusClient bus, SessionEnds ends) {
    this.bus = bus;
    this.ends = ends;
  }

  Future<SessionEnded> handle(SessionId session, Caller caller) {
    return bus.request(SessionOperations.END_SESSION, new EndSession(session), caller)
        .map(ends::announce);
  }

  /** One that must be the account's own; {@code NOT_FOUND} if it is another's, or none. */
  Future<SessionEnded> handleOwn(UserId account, SessionId session, Caller caller) {
    EndOwnSession request = new EndOwnSession(account, session);
    return bus.request(SessionOperations.END_OWN_SESSION, request, caller).map(ends::announce);
  }
}
