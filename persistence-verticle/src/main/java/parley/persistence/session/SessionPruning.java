package parley.persistence.session;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.persistence.pg.Database;
import parley.persistence.pg.PgFailures;

/**
 * Deletes sessions that ended or expired longer ago than they are kept: at the start and every
 * period, in small transactions with pauses in between. Every instance does so; several at once
 * take different rows. Whoever comes with a token of a deleted session is {@code SIGNED_OUT}.
 */
public final class SessionPruning {
  private static final Logger log = LoggerFactory.getLogger(SessionPruning.class);

  /** Sessions of a kind in one transaction. */
  static final int BATCH = 1_000;

  /** Between two transactions while there is more. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Vertx vertx;
  private final PruneStore store;
  private final Duration retention;
  private final Duration period;
  private boolean running;

  /**
   * @param retention how long a session is kept after its end
   * @param period how often such sessions are looked for
   * @param longest how long a transaction may take
   */
  public SessionPruning(
      Vertx vertx, Database database, Duration retention, Duration period, Duration longest) {
    this.vertx = vertx;
    this.store = new PruneStore(database, longest);
    this.retention = retention;
    this.period = period;
  }

  /** Begins, until {@link #stop}. */
  public void start() {
    running = true;
    prune(0);
  }

  /** Deletes no more; what is under way ends by itself. */
  public void stop() {
    running = false;
  }

  private void prune(long before) {
    if (running) {
      store
          .prune(retention, BATCH)
          .onSuccess(pruned -> goOn(before + pruned.total(), pruned.reached(BATCH)))
          .onFailure(this::failed);
    }
  }

  private void goOn(long total, boolean more) {
    if (more) {
      vertx.setTimer(PAUSE.toMillis(), timer -> prune(total));
      return;
    }
    if (total > 0) {
      log.info("persistence.sessions.pruned count={}", total);
    }
    pruneLater();
  }

  private void failed(Throwable cause) {
    log.warn("persistence.sessions.unpruned cause={}", PgFailures.describe(cause));
    pruneLater();
  }

  private void pruneLater() {
    vertx.setTimer(period.toMillis(), timer -> prune(0));
  }
}
