package parley.persistence.departure;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.contract.id.UserId;
import parley.persistence.pg.Database;
import parley.persistence.pg.PgFailures;

/**
 * Lets deleted accounts leave everything and everybody, in small transactions one after the other:
 * looked for at the start and every period, so that another process goes on where one died. Several
 * at once do no harm: a membership ends once.
 */
public final class Departures {
  private static final Logger log = LoggerFactory.getLogger(Departures.class);

  /** Accounts and memberships of one look. */
  static final int BATCH = 20;

  private final Vertx vertx;
  private final DepartureStore store;
  private final Duration period;
  private boolean running;

  /**
   * @param period how often deleted accounts are looked for
   * @param longest how long a transaction may take
   */
  public Departures(Vertx vertx, Database database, Duration period, Duration longest) {
    this.vertx = vertx;
    this.store = new DepartureStore(database, longest);
    this.period = period;
  }

  /** Begins, until {@link #stop}. */
  public void start() {
    running = true;
    look();
  }

  /** Ends no further membership; what is under way ends by itself. */
  public void stop() {
    running = false;
  }

  private void look() {
    if (running) {
      store
          .waiting(BATCH)
          .compose(accounts -> each(accounts, this::go))
          .onFailure(
              cause ->
                  log.warn("persistence.departures.failed cause={}", PgFailures.describe(cause)))
          .onComplete(done -> vertx.setTimer(period.toMillis(), timer -> look()));
    }
  }

  /** Until nothing is left of the account, or the verticle stops. */
  private Future<Void> go(UserId account) {
    return leave(account)
        .compose(left -> part(account))
        .compose(parted -> running ? store.finish(account) : Future.succeededFuture());
  }

  private Future<Void> leave(UserId account) {
    return store
        .departures(account, BATCH)
        .compose(
            some ->
                some.isEmpty() || !running
                    ? Future.succeededFuture()
                    : each(some, store::depart).compose(departed -> leave(account)));
  }

  private Future<Void> part(UserId account) {
    return store
        .partings(account, BATCH)
        .compose(
            some ->
                some.isEmpty() || !running
                    ? Future.succeededFuture()
                    : each(some, store::part).compose(parted -> part(account)));
  }

  private static <T> Future<Void> each(List<T> all, Function<T, Future<Void>> step) {
    Future<Void> before = Future.succeededFuture();
    for (T one : all) {
      before = before.compose(done -> step.apply(one));
    }
    return before;
  }
}
