package parley.presence.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import parley.presence.change.WatchedChange;

/**
 * Runs {@code redis/presence_sweep.lua}: drops what a roll that ran out still holds, {@value
 * #BATCH} accounts at once. Any number of processes may do so, each account is dropped by one of
 * them.
 */
public final class SweepScript {
  private static final int BATCH = 500;

  private final RedisScript script;

  /**
   * @param settle how long after its beginning what is known is complete; until then nothing is
   *     swept
   */
  public SweepScript(RedisLink redis, Duration settle) {
    this.script = new RedisScript(redis, "sweep", settle);
  }

  /** Sweeps one batch. */
  public Future<Swept> run() {
    return script.run(List.of(BATCH)).map(SweepScript::swept);
  }

  private static Swept swept(Response answer) {
    return new Swept(
        answer.get(0).toLong() > 0, WatchedChanges.read(answer.get(2), answer.get(1).toLong()));
  }

  /** Whether there is more to sweep at once, and whom to tell of what. */
  public record Swept(boolean more, List<WatchedChange> changes) {}
}
