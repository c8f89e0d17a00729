package parley.gateway.session;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.id.SessionId;
import parley.contract.session.EndSession;
import parley.contract.session.SessionEnded;
import parley.contract.session.SessionOperations;

/**
 * Ends a session: stored first, then refused in this process, marked in Redis and told to the other
 * gateways, which close its sockets. Ending twice is ending once.
 */
final class EndSessionHandler {
  private final BusClient bus;
  private final RedisSessionCopies copies;
  private final SessionWatch watch;

  EndSessionHandler(BusClient bus, RedisSessionCopies copies, SessionWatch watch) {
    this.bus = bus;
    this.copies = copies;
    this.watch = watch;
  }

  Future<SessionEnded> handle(SessionId session, Caller caller) {
    return bus.request(SessionOperations.END_SESSION, new EndSession(session), caller)
        .map(this::announce);
  }

  private SessionEnded announce(SessionEnded ended) {
    copies.markEnded(ended.session());
    watch.report(ended.session());
    bus.tell(SessionOperations.SESSION_ENDED, ended);
    return ended;
  }
}
