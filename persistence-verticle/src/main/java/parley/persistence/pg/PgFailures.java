package parley.persistence.pg;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.TransactionRollbackException;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.contract.BusFailure;
import parley.contract.FailureCode;

/**
 * Turns what can go wrong with PostgreSQL into declared failures: what may pass by itself is {@code
 * UNAVAILABLE} and may be repeated, also when it is unknown whether a commit happened; anything
 * else is our bug, {@code INTERNAL}, logged here without the content of rows.
 */
public final class PgFailures {
  private static final Logger log = LoggerFactory.getLogger(PgFailures.class);

  /** Connection, resources, operator's intervention: SQLSTATE classes. */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57");

  /** Serialization, deadlock, lock time-out, idle in transaction, read-only after a fail-over. */
  private static final Set<String> PASSING_STATES =
      Set.of("40001", "40P01", "55P03", "25P03", "25P04", "25006");

  private PgFailures() {}

  /** The failure that the caller meets. */
  public static BusFailure declared(Throwable cause) {
    if (cause instanceof BusFailure failure) {
      return failure;
    }
    if (passes(cause)) {
      log.debug("persistence.sql.unavailable cause={}", describe(cause));
      return BusFailure.of(FailureCode.UNAVAILABLE);
    }
    if (cause instanceof PgException || cause instanceof VertxException) {
      log.error("persistence.sql.failed {}", describe(cause));
    } else {
      log.error("persistence.sql.failed", cause);
    }
    return BusFailure.of(FailureCode.INTERNAL);
  }

  /** Whether the same request may succeed later. */
  public static boolean passes(Throwable cause) {
    if (cause instanceof PgException refused) {
      String state = String.valueOf(refused.getSqlState());
      return PASSING_STATES.contains(state)
          || (state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2)));
    }
    return cause instanceof IOException
        || cause instanceof TimeoutException
        || cause instanceof ClosedConnectionException
        || cause instanceof TransactionRollbackException
        || isOfThePool(cause);
  }

  /** Whether the other end, or the network, has said something. */
  static boolean isAnswer(Throwable cause) {
    return !(cause instanceof TimeoutException) && !isOfThePool(cause);
  }

  /** What is wrong, in words that quote no row: the server's own sentence may hold values. */
  public static String describe(Throwable cause) {
    if (cause instanceof BusFailure failure) {
      return failure.code().name();
    }
    if (cause instanceof PgException refused) {
      return "state="
          + refused.getSqlState()
          + " table="
          + refused.getTable()
          + " constraint="
          + refused.getConstraint()
          + " routine="
          + refused.getRoutine();
    }
    return cause.getClass().getSimpleName();
  }

  // The client tells full wait queues, closed connections and its own time-outs by exceptions whose
  // text is the only mark; the same class tells of a parameter that does not fit, which is our bug.
  private static boolean isOfThePool(Throwable cause) {
    return cause instanceof VertxException
        && !String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("parameter");
  }
}
