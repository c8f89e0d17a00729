package parley.presence.roll;

import io.vertx.core.Future;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.presence.ReportRoll;
import parley.contract.presence.RollReported;
import parley.presence.change.Announcing;
import parley.presence.redis.RedisLink;
import parley.presence.redis.ReportScript;

/**
 * Answers {@code presence.roll.report}. What changed is told even if Redis answered too late for
 * the caller, who then repeats the report to no further effect.
 */
public final class ReportRollHandler implements Handling<ReportRoll, RollReported> {
  private final RedisLink redis;
  private final ReportScript script;
  private final Announcing announcing;

  public ReportRollHandler(RedisLink redis, ReportScript script, Announcing announcing) {
    this.redis = redis;
    this.script = script;
    this.announcing = announcing;
  }

  @Override
  public Future<RollReported> handle(ReportRoll request, Caller caller) {
    return redis.inTime(script.run(request).map(this::announced));
  }

  private RollReported announced(ReportScript.Outcome outcome) {
    announcing.announce(outcome.changes());
    return outcome.reply();
  }
}
