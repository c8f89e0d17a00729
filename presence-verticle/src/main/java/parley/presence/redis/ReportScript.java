package parley.presence.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.contract.presence.ReportRoll;
import parley.contract.presence.RollEntry;
import parley.contract.presence.RollReported;
import parley.presence.change.WatchedChange;

/**
 * Runs {@code redis/presence_report.lua}: who came to a gateway, in which state, and who left it.
 */
public final class ReportScript {
  private final RedisScript script;

  /**
   * @param settle how long after its beginning what is known is complete
   */
  public ReportScript(RedisLink redis, Duration settle) {
    this.script = new RedisScript(redis, "report", settle);
  }

  /** How the roll stands, and what changed by it for those who watch. */
  public Future<Outcome> run(ReportRoll report) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(report.roll());
    arguments.add(report.number());
    arguments.add(report.holdsMs());
    arguments.add(report.arrived().size());
    for (RollEntry entry : report.arrived()) {
      arguments.add(entry.account());
      arguments.add(written(entry));
    }
    arguments.addAll(report.left());
    return script.run(arguments).map(ReportScript::outcome);
  }

  private static String written(RollEntry entry) {
    String state = entry.state().name();
    return entry.shares() == 0 ? state : state + ":" + entry.shares();
  }

  private static Outcome outcome(Response answer) {
    return new Outcome(
        new RollReported(answer.get(0).toInteger() == 1, answer.get(1).toLong()),
        WatchedChanges.read(answer.get(3), answer.get(2).toLong()));
  }

  /** What a report is answered, and whom to tell of what. */
  public record Outcome(RollReported reply, List<WatchedChange> changes) {}
}
