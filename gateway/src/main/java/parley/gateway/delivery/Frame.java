package parley.gateway.delivery;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import parley.bus.Delivery;
import parley.contract.id.UserId;

/**
 * What a browser receives, encoded once for all sockets of the process and shared between event
 * loops; never written to after it was made.
 *
 * @param address the logical address
 * @param through the number that the frame ends with, or {@link Delivery#UNNUMBERED}
 * @param removed the account whose membership ended with that number, or null
 * @param text the envelope of the bridge as JSON
 * @param bytes the same in UTF-8
 */
public record Frame(String address, long through, UserId removed, String text, Buffer bytes) {

  /** One frame of deliveries of one address; ranges are joined, in the order given. */
  static Frame of(List<Delivery> deliveries) {
    Delivery first = deliveries.get(0);
    Delivery last = deliveries.get(deliveries.size() - 1);
    String body = first.numbered() ? range(first, last, deliveries) : first.json();
    return of(first.address(), last.through(), last.removed(), body);
  }

  /** An empty range: tells a new listener how far the feed has come. */
  public static Frame head(String address, long head) {
    return of(address, head, null, range(address, head, head, ""));
  }

  private static Frame of(String address, long through, UserId removed, String body) {
    String text = "{\"type\":\"rec\",\"address\":\"" + address + "\",\"body\":" + body + "}";
    return new Frame(address, through, removed, text, Buffer.buffer(text));
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
