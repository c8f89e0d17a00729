package parley.launcher.delivery;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a client stands; what is counted is counted from its beginning.
 *
 * @param port of the gateway where it is, or where it tries to be
 * @param unsent messages about which it knows nothing definite
 * @param closed sockets that ended
 * @param postponed answers that said nothing definite
 * @param holes ranges that came too early
 * @param pauses times of a second and more between two acknowledgements
 * @param slow times of two answers running that took a second and more each
 * @param positions of the feeds that it listens to
 */
record Report(
    boolean connected,
    int port,
    int unsent,
    long acknowledged,
    int closed,
    int postponed,
    int holes,
    int pauses,
    int slow,
    Map<String, Long> positions) {
  static Report of(JsonObject json) {
    return new Report(
        json.getBoolean("connected"),
        json.getInteger("port"),
        json.getInteger("unsent"),
        json.getLong("acknowledged"),
        json.getInteger("closed"),
        json.getInteger("postponed"),
        json.getInteger("holes"),
        json.getInteger("pauses"),
        json.getInteger("slow"),
        json.getJsonObject("positions").stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, one -> ((Number) one.getValue()).longValue())));
  }
}
