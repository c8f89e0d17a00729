package parley.bus;

import io.vertx.core.MultiMap;
import io.vertx.core.eventbus.DeliveryOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import parley.contract.id.UserId;

/**
 * Several deliveries as one bus message: a header each with address, numbers, removed account,
 * lowest message and length; the body is their JSON end to end. A gateway without interest reads
 * headers only.
 */
final class DeliveryWire {
  private static final String HEADER = "delivery";
  private static final String NONE = "-";

  private DeliveryWire() {}

  static String write(List<Delivery> deliveries, DeliveryOptions options) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    StringBuilder body = new StringBuilder();
    for (Delivery one : deliveries) {
      String removed = one.removed() == null ? NONE : one.removed().toString();
      headers.add(
          HEADER,
          one.address()
              + ' '
              + one.after()
              + ' '
              + one.through()
              + ' '
              + removed
              + ' '
              + (one.oldest() == Delivery.NO_MESSAGE ? NONE : Long.toString(one.oldest()))
              + ' '
              + one.json().length());
      body.append(one.json());
    }
    options.setHeaders(headers);
    return body.toString();
  }

  /** Only the deliveries whose address is of interest; the others' JSON is never touched. */
  static List<Delivery> read(MultiMap headers, String body, Predicate<String> interest) {
    List<Delivery> deliveries = new ArrayList<>();
    int at = 0;
    for (String header : headers.getAll(HEADER)) {
      String[] part = header.split(" ");
      int end = at + Integer.parseInt(part[5]);
      if (interest.test(part[0])) {
        deliveries.add(
            new Delivery(
                part[0],
                Long.parseLong(part[1]),
                Long.parseLong(part[2]),
                part[3].equals(NONE) ? null : UserId.of(part[3]),
                part[4].equals(NONE) ? Delivery.NO_MESSAGE : Long.parseLong(part[4]),
                body.substring(at, end)));
      }
      at = end;
    }
    return deliveries;
  }
}
