package parley.presence.watch;

import io.vertx.core.Future;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.presence.RenewWatches;
import parley.contract.presence.WatchesRenewed;
import parley.presence.redis.RedisLink;
import parley.presence.redis.RenewScript;

/** Answers {@code presence.watch.renew}: each change after this answer is told to the gateway. */
public final class RenewWatchesHandler implements Handling<RenewWatches, WatchesRenewed> {
  private final RedisLink redis;
  private final RenewScript script;

  public RenewWatchesHandler(RedisLink redis, RenewScript script) {
    this.redis = redis;
    this.script = script;
  }

  @Override
  public Future<WatchesRenewed> handle(RenewWatches request, Caller caller) {
    return redis.inTime(script.run(request).map(WatchesRenewed::new));
  }
}
