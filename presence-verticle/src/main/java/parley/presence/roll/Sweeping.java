package parley.presence.roll;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.presence.change.Announcing;
import parley.presence.redis.RedisLink;
import parley.presence.redis.SweepScript;

/**
 * Looks every period for rolls that ran out and tells who is gone with them. Several processes may
 * do so at once. Goes on when Redis is away, which {@link RedisLink} logs.
 */
public final class Sweeping {
  private static final Logger log = LoggerFactory.getLogger(Sweeping.class);

  private final Vertx vertx;
  private final RedisLink redis;
  private final SweepScript script;
  private final Announcing announcing;
  private final long periodMs;
  private boolean running;

  public Sweeping(
      Vertx vertx, RedisLink redis, SweepScript script, Announcing announcing, Duration period) {
    this.vertx = vertx;
    this.redis = redis;
    this.script = script;
    this.announcing = announcing;
    this.periodMs = period.toMillis();
  }

  /** Begins to sweep, until {@link #stop}. */
  public void start() {
    running = true;
    sweep();
  }

  /** Sweeps no more; what is under way ends by itself. */
  public void stop() {
    running = false;
  }

  private void sweep() {
    if (running) {
      redis
          .inTime(script.run().map(this::announced))
          .onSuccess(this::goOn)
          .onFailure(this::tryLater);
    }
  }

  private boolean announced(SweepScript.Swept swept) {
    announcing.announce(swept.changes());
    return swept.more();
  }

  private void goOn(boolean more) {
    if (more) {
      sweep();
    } else {
      sweepLater();
    }
  }

  private void tryLater(Throwable cause) {
    if (!BusFailure.is(cause, FailureCode.UNAVAILABLE)) {
      log.error("presence.sweep.failed", cause);
    }
    sweepLater();
  }

  private void sweepLater() {
    vertx.setTimer(periodMs, fired -> sweep());
  }
}
