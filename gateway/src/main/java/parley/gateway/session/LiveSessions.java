package parley.gateway.session;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.id.SessionId;
import parley.contract.session.ReadSession;
import parley.contract.session.SessionOperations;
import parley.contract.session.SessionState;

/**
 * Tells whether a session lives: what ended lately is known here, most others are found in Redis,
 * the rest, and all while Redis is away, in PostgreSQL.
 */
final class LiveSessions {
  private final BusClient bus;
  private final RedisSessionCopies copies;
  private final SessionWatch watch;

  LiveSessions(BusClient bus, RedisSessionCopies copies, SessionWatch watch) {
    this.bus = bus;
    this.copies = copies;
    this.watch = watch;
  }

  /** Whose session it is; {@code SIGNED_OUT} or {@code SESSION_EXPIRED} if it does not live. */
  Future<SessionCopy> copyOf(SessionId session, Caller caller) {
    if (watch.hasEnded(session)) {
      return Future.failedFuture(BusFailure.of(FailureCode.SIGNED_OUT));
    }
    return copies
        .read(session)
        .compose(copy -> copy.isPresent() ? fromCopy(copy.get()) : fromTruth(session, caller));
  }

  private static Future<SessionCopy> fromCopy(SessionCopy copy) {
    return copy.ended()
        ? Future.failedFuture(BusFailure.of(FailureCode.SIGNED_OUT))
        : Future.succeededFuture(copy);
  }

  private Future<SessionCopy> fromTruth(SessionId session, Caller caller) {
    return bus.request(SessionOperations.READ_SESSION, new ReadSession(session), caller)
        .map(this::keep);
  }

  private SessionCopy keep(SessionState state) {
    copies.keep(state);
    return SessionCopy.of(state);
  }
}
