package parley.gateway.delivery;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import parley.bus.Delivery;
import parley.contract.id.UserId;

/**
 * What a browser receives, encoded once for all sockets of the process and shared between event
 * loops; never written to after it was made.
 *
 * @param address the logical address
 * @param through the number that the frame ends with, or {@link Delivery#UNNUMBERED}
 * @param removed the account whose membership ended with that number, or null
 * @param oldest the lowest {@code posted} of its messages, or {@link Delivery#NO_MESSAGE}
 * @param text the envelope of the bridge as JSON
 * @param bytes the same in UTF-8
 */
public record Frame(
    String address, long through, UserId removed, long oldest, String text, Buffer bytes) {

  /** One frame of deliveries of one address; ranges are joined, in the order given. */
  static Frame of(List<Delivery> deliveries) {
    Delivery first = deliveries.get(0);
    Delivery last = deliveries.get(deliveries.size() - 1);
    String body = first.numbered() ? range(first, last, deliveries) : first.json();
    long oldest = deliveries.stream().mapToLong(Delivery::oldest).min().orElseThrow();
    return of(first.address(), last.through(), last.removed(), oldest, body);
  }

  /** An empty range: tells a new listener how far the feed has come. */
  public static Frame head(String address, long head) {
    return of(address, head, null, Delivery.NO_MESSAGE, range(address, head, head, ""));
  }

  /** The range that {@code body} is, without the messages that were posted before this number. */
  Frame without(JsonObject body, long visibleFrom) {
    String items =
        items(body).stream()
            .filter(item -> !isMessage(item) || item.getLong("posted") >= visibleFrom)
            .map(JsonObject::encode)
            .collect(Collectors.joining(","));
    String range = range(address, body.getLong("after"), through, items);
    return of(address, through, removed, Math.max(oldest, visibleFrom), range);
  }

  /** The items of a range. */
  static List<JsonObject> items(JsonObject body) {
    return body.getJsonArray("items").stream().map(JsonObject.class::cast).toList();
  }

  static boolean isMessage(JsonObject item) {
    return item.getString("type").equals("message");
  }

  private static Frame of(String address, long through, UserId removed, long oldest, String body) {
    String text = "{\"type\":\"rec\",\"address\":\"" + address + "\",\"body\":" + body + "}";
    return new Frame(address, through, removed, oldest, text, Buffer.buffer(text));
  }

  private static String range(Delivery first, Delivery last, List<Delivery> all) {
    StringBuilder items = new StringBuilder();
    for (Delivery one : all) {
      if (!one.json().isEmpty()) {
        items.append(items.isEmpty() ? "" : ",").append(one.json());
      }
    }
    return range(first.address(), first.after(), last.through(), items.toString());
  }

  private static String range(String address, long after, long through, String items) {
    return "{\"feed\":\""
        + address.substring(0, address.lastIndexOf('.'))
        + "\",\"after\":"
        + after
        + ",\"through\":"
        + through
        + ",\"items\":["
        + items
        + "]}";
  }

  /** Leaves the content out: it may hold message text. */
  @Override
  public String toString() {
    return "Frame[" + address + " " + through + "]";
  }
}
