package parley.presence;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import parley.bus.BusServer;
import parley.contract.health.HealthOperations;
import parley.presence.health.ReadHealthHandler;
import parley.presence.redis.RedisLink;

/**
 * Starts the presence context: connects to Redis, serves {@code presence.health.read}, closes what
 * it opened. Starts without Redis too and finds it when it comes.
 */
public final class PresenceVerticle extends VerticleBase {
  private final PresenceConfig config;
  private RedisLink redis;

  public PresenceVerticle(PresenceConfig config) {
    this.config = config;
  }

  @Override
  public Future<?> start() {
    redis =
        new RedisLink(
            vertx,
            config.redis().orElseThrow(() -> new IllegalArgumentException("redis.url is not set")),
            config.redisTimeout());
    BusServer server = new BusServer(vertx.eventBus());
    return redis
        .answers()
        .compose(
            known -> server.serve(HealthOperations.PRESENCE_HEALTH, new ReadHealthHandler(redis)));
  }

  @Override
  public Future<?> stop() {
    return redis.close();
  }
}
