package parley.gateway.session;

import parley.bus.BusClient;
import parley.contract.id.SessionId;
import parley.contract.session.SessionEnded;
import parley.contract.session.SessionOperations;

/**
 * Makes known that a session ended, once that is stored: this process refuses it at once, it is
 * marked in Redis, and the other gateways are told, which close its sockets. Where that is lost
 * they ask by themselves.
 */
public final class SessionEnds {
  private final BusClient bus;
  private final RedisSessionCopies copies;
  private final SessionWatch watch;

  SessionEnds(BusClient bus, RedisSessionCopies copies, SessionWatch watch) {
    this.bus = bus;
    this.copies = copies;
    this.watch = watch;
  }

  /** Everywhere. */
  public SessionEnded announce(SessionEnded ended) {
    copies.markEnded(ended.session());
    watch.report(ended.session());
    bus.tell(SessionOperations.SESSION_ENDED, ended);
    return ended;
  }

  /** Everywhere. */
  public void announce(SessionId session) {
    announce(new SessionEnded(session));
  }
}
