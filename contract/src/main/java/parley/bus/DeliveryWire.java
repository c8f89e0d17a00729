package parley.bus;

import io.vertx.core.MultiMap;
import io.vertx.core.eventbus.DeliveryOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import parley.contract.id.UserId;

/**
 * Several deliveries as one bus message: a header each with address, numbers, removed account and
 * length; the body is their JSON end to end. A gateway without interest reads headers only.
 */
final class DeliveryWire {
  private static final String HEADER = "delivery";
  private static final String NOBODY = "-";

  private DeliveryWire() {}

  static String write(List<Delivery> deliveries, DeliveryOptions options) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    StringBuilder body = new StringBuilder();
    for (Delivery one : deliveries) {
      String removed = one.removed() == null ? NOBODY : one.removed().toString();
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
      int end = at + Integer.parseInt(part[4]);
      if (interest.test(part[0])) {
        deliveries.add(
            new Delivery(
                part[0],
                Long.parseLong(part[1]),
                Long.parseLong(part[2]),
                part[3].equals(NOBODY) ? null : UserId.of(part[3]),
                body.substring(at, end)));
      }
      at = end;
    }
    return deliveries;
  }
}
