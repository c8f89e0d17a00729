package parley.gateway.delivery;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One frame as each listener may see it: newcomers without the messages that were posted before
 * they came. Parsed once at most, and encoded once for all who miss the same messages, however many
 * came at different times. Confined to the thread that made it.
 */
public final class Views {
  private final Frame whole;
  private final Map<Long, Frame> cut = new HashMap<>();
  private JsonObject body;
  private List<Long> posted;

  public Views(Frame whole) {
    this.whole = whole;
  }

  /** The frame without the messages posted before this number; itself if there are none. */
  public Frame from(long visibleFrom) {
    if (whole.oldest() >= visibleFrom) {
      return whole;
    }
    parse();
    long missing = posted.stream().filter(number -> number < visibleFrom).count();
    return cut.computeIfAbsent(missing, first -> whole.without(body, visibleFrom));
  }

  private void parse() {
    if (body == null) {
      body = new JsonObject(whole.text()).getJsonObject("body");
      posted =
          Frame.items(body).stream()
              .filter(Frame::isMessage)
              .map(item -> item.getLong("posted"))
              .toList();
    }
  }
}
