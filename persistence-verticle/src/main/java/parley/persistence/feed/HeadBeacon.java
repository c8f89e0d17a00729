package parley.persistence.feed;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bus.BusClient;
import parley.contract.feed.FeedHead;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Heads;
import parley.persistence.pg.Database;
import parley.persistence.pg.PgFailures;

/**
 * Tells every period which feeds changed lately, also when none did. Trusts the tables alone, so it
 * finds a commit whose publisher died. One of all processes tells; the others find the period
 * claimed. Nothing is told while the database is away: silence means that the beacon is broken.
 */
public final class HeadBeacon {
  private static final Logger log = LoggerFactory.getLogger(HeadBeacon.class);
  private static final int PAGE = 10 * Heads.MAX;
  private static final int PRUNED_AT_ONCE = 10_000;
  private static final int PRUNINGS = 5;

  private final Vertx vertx;
  private final BusClient bus;
  private final BeaconStore store;
  private final Duration period;
  private final Duration longestCommit;
  private final Duration window;
  private boolean running;
  private boolean failing;

  /**
   * @param period how often heads are told
   * @param longestCommit how long a change may take from being noted to being visible
   */
  public HeadBeacon(
      Vertx vertx, BusClient bus, Database database, Duration period, Duration longestCommit) {
    this.vertx = vertx;
    this.bus = bus;
    this.store = new BeaconStore(database, longestCommit);
    this.period = period;
    this.longestCommit = longestCommit;
    this.window = longestCommit.plus(period.multipliedBy(2));
  }

  /** Begins to tell, until {@link #stop}. */
  public void start() {
    running = true;
    tickLater();
  }

  /** Tells no more; what is under way ends by itself. */
  public void stop() {
    running = false;
  }

  // Twice in a period, so that a claim is never more than half a period late.
  private void tickLater() {
    vertx.setTimer(Math.max(1, period.toMillis() / 2), timer -> tick());
  }

  private void tick() {
    if (running) {
      tellIfMine().onComplete(done -> noted(done.cause()));
    }
  }

  private void noted(Throwable cause) {
    if (cause != null && !failing) {
      log.warn("persistence.beacon.failing cause={}", PgFailures.describe(cause));
    } else if (cause == null && failing) {
      log.info("persistence.beacon.recovered");
    }
    failing = cause != null;
    tickLater();
  }

  private Future<Void> tellIfMine() {
    return store
        .claim(period.multipliedBy(9).dividedBy(10))
        .compose(last -> last.isPresent() ? tellSince(last.get()) : done());
  }

  /** What changed lately, or since the last time, if that was long ago or the clock leapt. */
  private Future<Void> tellSince(Duration last) {
    Duration since = last.plus(longestCommit);
    return tellFrom(null, since.compareTo(window) > 0 ? since : window)
        .compose(told -> prune(PRUNINGS));
  }

  private Future<Void> tellFrom(UUID after, Duration since) {
    return store.changed(since, after, PAGE).compose(heads -> tell(heads, since));
  }

  private Future<Void> tell(List<FeedHead> heads, Duration since) {
    List<FeedHead> rest = new ArrayList<>(heads);
    do {
      List<FeedHead> chunk = rest.subList(0, Math.min(Heads.MAX, rest.size()));
      bus.tell(FeedOperations.HEADS, new Heads(chunk));
      chunk.clear();
    } while (!rest.isEmpty());
    return heads.size() < PAGE ? done() : tellFrom(heads.get(PAGE - 1).feed().value(), since);
  }

  private Future<Void> prune(int times) {
    return store
        .prune(window.multipliedBy(2), PRUNED_AT_ONCE)
        .compose(pruned -> pruned < PRUNED_AT_ONCE || times == 1 ? done() : prune(times - 1));
  }

  private static Future<Void> done() {
    return Future.succeededFuture();
  }
}
