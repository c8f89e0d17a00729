package parley.bus;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.eventbus.EventBus;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The receiving end of all deliveries: one physical address, one consumer in each gateway process.
 * Two messages of one sender arrive in the order sent; those of two senders in any order.
 */
public final class Deliveries {
  /** The one physical address on which everything for browsers travels. */
  public static final String ADDRESS = "gateway.deliveries";

  private Deliveries() {}

  /**
   * Calls {@code receiver} with every delivery whose logical address is of interest; completes when
   * the consumer is reachable.
   */
  public static Future<Void> receive(
      EventBus bus, Predicate<String> interest, Consumer<Delivery> receiver) {
    return bus.<String>consumer(
            ADDRESS, message -> read(message.headers(), message.body(), interest).forEach(receiver))
        .completion();
  }

  /**
   * The deliveries of one bus message whose logical address is of interest, in their order. The
   * others' content is never looked at.
   */
  public static List<Delivery> read(MultiMap headers, String body, Predicate<String> interest) {
    return DeliveryWire.read(headers, body, interest);
  }
}
