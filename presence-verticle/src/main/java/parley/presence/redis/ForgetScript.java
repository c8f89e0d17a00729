package parley.presence.redis;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.contract.presence.Appearance;
import parley.presence.change.WatchedChange;

/** Runs {@code redis/presence_forget.lua}: ends that it is told when accounts were last here. */
public final class ForgetScript {
  private final RedisScript script;

  /**
   * @param settle how long after its beginning what is known is complete
   */
  public ForgetScript(RedisLink redis, Duration settle) {
    this.script = new RedisScript(redis, "forget", settle);
  }

  /**
   * Of those of them who do not share it; what changed by it for those who watch. Repeats and older
   * choices change nothing.
   */
  public Future<List<WatchedChange>> run(List<Appearance> chosen) {
    List<Object> arguments = new ArrayList<>();
    for (Appearance one : chosen) {
      if (!one.sharesLastSeen()) {
        arguments.add(one.account());
        arguments.add(one.changed());
      }
    }
    return arguments.isEmpty()
        ? Future.succeededFuture(List.of())
        : script
            .run(arguments)
            .map(answer -> WatchedChanges.read(answer.get(1), answer.get(0).toLong()));
  }
}
