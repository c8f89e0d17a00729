package parley.persistence.pg;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pool that is given up for a new one when nothing has answered for too long: the server ends
 * every statement within its time-out, so the connections must be dead, and the client cannot close
 * a connection whose other end is silent. Confined to the context that made it.
 *
 * <p>Pools given up keep their sockets until the other end or the network stack ends them;
 * therefore each one that is still open doubles the patience for the next.
 */
final class RenewedPool {
  private static final Logger log = LoggerFactory.getLogger(RenewedPool.class);
  private static final int MOST_DOUBLINGS = 10;

  private final Supplier<Pool> opening;
  private final long patienceNanos;
  private Pool pool;
  private int unanswered;
  private boolean awaiting;
  private long silentSince;
  private int givenUp;

  RenewedPool(Supplier<Pool> opening, Duration patience) {
    this.opening = opening;
    this.patienceNanos = patience.toNanos();
    this.pool = opening.get();
  }

  /** Does {@code work} on the pool of the moment. */
  <T> Future<T> use(Function<Pool, Future<T>> work) {
    if (isSilent()) {
      renew();
    }
    if (!awaiting) {
      awaitAnswer();
    }
    unanswered++;
    Pool used = pool;
    return work.apply(used).andThen((result, failure) -> ended(used, failure));
  }

  /** Closes the pool of the moment. */
  Future<Void> close() {
    return pool.close();
  }

  private boolean isSilent() {
    long patience = patienceNanos << Math.min(givenUp, MOST_DOUBLINGS);
    return awaiting && System.nanoTime() - silentSince > patience;
  }

  private void renew() {
    log.warn("persistence.pool.renewed unanswered={} givenUp={}", unanswered, givenUp + 1);
    Pool old = pool;
    pool = opening.get();
    unanswered = 0;
    awaiting = false;
    givenUp++;
    old.close().onComplete(closed -> givenUp--);
  }

  // Giving up on a full pool is this side's doing and no sign of life.
  private void ended(Pool used, Throwable failure) {
    if (used != pool) {
      return;
    }
    unanswered--;
    if (failure == null || PgFailures.isAnswer(failure)) {
      awaitAnswer();
      awaiting = unanswered > 0;
    }
  }

  private void awaitAnswer() {
    awaiting = true;
    silentSince = System.nanoTime();
  }
}
