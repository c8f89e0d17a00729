package parley.launcher.delivery;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a client stands; what is counted is counted from its beginning.
 *
 * @param unsent messages about which it knows nothing definite
 * @param closed sockets that ended
 * @param postponed answers that said nothing definite
 * @param holes ranges that came too early
 * @param pause the longest time without any acknowledgement since the last report, in milliseconds
 * @param positions of the feeds that it listens to
 */
record Report(
    boolean connected,
    int unsent,
    long acknowledged,
    int closed,
    int postponed,
    int holes,
    long pause,
    Map<String, Long> positions) {
  static Report of(JsonObject json) {
    return new Report(
        json.getBoolean("connected"),
        json.getInteger("unsent"),
        json.getLong("acknowledged"),
        json.getInteger("closed"),
        json.getInteger("postponed"),
        json.getInteger("holes"),
        json.getLong("pause"),
        json.getJsonObject("positions").stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, one -> ((Number) one.getValue()).longValue())));
  }
}
