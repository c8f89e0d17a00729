package parley.presence;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import parley.bus.BusClient;
import parley.bus.BusServer;
import parley.contract.health.HealthOperations;
import parley.contract.presence.PresenceOperations;
import parley.presence.change.Announcing;
import parley.presence.change.PresenceMetrics;
import parley.presence.health.ReadHealthHandler;
import parley.presence.redis.ForgetScript;
import parley.presence.redis.RedisLink;
import parley.presence.redis.RenewScript;
import parley.presence.redis.ReportScript;
import parley.presence.redis.SweepScript;
import parley.presence.roll.ReportRollHandler;
import parley.presence.roll.Sweeping;
import parley.presence.seen.Forgetting;
import parley.presence.watch.RenewWatchesHandler;

/**
 * Starts the presence context: connects to Redis, serves the {@code presence.*} operations, sweeps
 * what ran out, forgets what is not shared any more, closes what it opened. Starts without Redis
 * too and finds it when it comes. Keeps nothing but changes that are about to leave; any number of
 * instances may run.
 */
public final class PresenceVerticle extends VerticleBase {
  private final PresenceConfig config;
  private final MeterRegistry meters;
  private RedisLink redis;
  private Announcing announcing;
  private Sweeping sweeping;
  private Forgetting forgetting;

  public PresenceVerticle(PresenceConfig config, MeterRegistry meters) {
    this.config = config;
    this.meters = meters;
  }

  @Override
  public Future<?> start() {
    redis =
        new RedisLink(
            vertx,
            config.redis().orElseThrow(() -> new IllegalArgumentException("redis.url is not set")),
            config.redisTimeout());
    BusClient bus = new BusClient(vertx);
    announcing = new Announcing(vertx, bus, new PresenceMetrics(meters), config.gather());
    sweeping =
        new Sweeping(
            vertx,
            redis,
            new SweepScript(redis, config.settle()),
            announcing,
            config.sweepPeriod());
    forgetting =
        new Forgetting(vertx, bus, redis, new ForgetScript(redis, config.settle()), announcing);
    return redis
        .answers()
        .compose(known -> serve())
        .onSuccess(
            served -> {
              sweeping.start();
              forgetting.start();
            });
  }

  @Override
  public Future<?> stop() {
    sweeping.stop();
    forgetting.stop();
    announcing.close();
    return redis.close();
  }

  private Future<?> serve() {
    BusServer server = new BusServer(vertx.eventBus());
    ReportScript report = new ReportScript(redis, config.settle());
    RenewScript renew = new RenewScript(redis, config.settle());
    return Future.all(
        server.serve(HealthOperations.PRESENCE_HEALTH, new ReadHealthHandler(redis)),
        server.serve(
            PresenceOperations.REPORT_ROLL, new ReportRollHandler(redis, report, announcing)),
        server.serve(PresenceOperations.RENEW_WATCHES, new RenewWatchesHandler(redis, renew)));
  }
}
