package parley.presence.health;

import io.vertx.core.Future;
import java.util.List;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.health.Health;
import parley.contract.health.PartHealth;
import parley.contract.health.ReadHealth;
import parley.presence.redis.RedisLink;

/** Answers {@code presence.health.read}: Redis is asked each time, nothing is remembered. */
public final class ReadHealthHandler implements Handling<ReadHealth, Health> {
  private final RedisLink redis;

  public ReadHealthHandler(RedisLink redis) {
    this.redis = redis;
  }

  @Override
  public Future<Health> handle(ReadHealth request, Caller caller) {
    return redis.answers().map(up -> new Health(List.of(new PartHealth("redis", up))));
  }
}
