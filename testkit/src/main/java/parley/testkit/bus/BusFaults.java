package parley.testkit.bus;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryContext;
import io.vertx.core.eventbus.Message;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import parley.bus.Deliveries;
import parley.bus.Delivery;

/**
 * Stands where messages leave for the bus of one Vert.x and does to them what a test asked for.
 * What is lost is lost for all who listen; who asked gets no answer and waits until the deadline.
 * Faults of one address act on a message in the order in which they were made; the first that takes
 * it keeps it. May be used by any thread.
 */
public final class BusFaults implements AutoCloseable {
  private final Vertx vertx;
  private final Handler<DeliveryContext<Object>> interceptor = this::leaving;
  private final List<BusFault> faults = new CopyOnWriteArrayList<>();

  private BusFaults(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Nothing is broken yet. */
  public static BusFaults on(Vertx vertx) {
    BusFaults faults = new BusFaults(vertx);
    vertx.eventBus().addOutboundInterceptor(faults.interceptor);
    return faults;
  }

  /** Loses the next {@code times} requests or signals of an address. */
  public BusFault lose(String address, int times) {
    return lose(address, headers -> true, times);
  }

  /** As above, of those whose headers are as wanted. */
  public BusFault lose(String address, Predicate<MultiMap> wanted, int times) {
    return add(
        BusFault.losing(
            leaving -> leaving.address().equals(address) && wanted.test(leaving.headers()), times));
  }

  /**
   * Loses the next {@code times} answers to requests of an address: what was asked for has been
   * done. Only of requests that are asked from now on.
   */
  public BusFault loseReplies(String address, int times) {
    return add(BusFault.losing(new RepliesOf(address), times));
  }

  /**
   * Loses the next {@code times} bus messages that bring a certain delivery, with whatever travels
   * beside it.
   */
  public BusFault loseDelivery(String channel, Predicate<Delivery> wanted, int times) {
    return add(BusFault.losing(leaving -> brings(leaving, channel, wanted), times));
  }

  /** Holds back the next such bus message until {@link BusFault#release}; others overtake it. */
  public BusFault holdDelivery(String channel, Predicate<Delivery> wanted) {
    return add(BusFault.holding(leaving -> brings(leaving, channel, wanted), 1));
  }

  /** Takes nothing and counts how many requests or signals of an address leave. */
  public BusFault count(String address) {
    return add(BusFault.counting(leaving -> leaving.address().equals(address)));
  }

  /** The bus is whole again; what is held back leaves now. */
  @Override
  public void close() {
    vertx.eventBus().removeOutboundInterceptor(interceptor);
    faults.forEach(BusFault::release);
  }

  private BusFault add(BusFault fault) {
    faults.add(fault);
    return fault;
  }

  private void leaving(DeliveryContext<Object> context) {
    Message<Object> message = context.message();
    Leaving leaving =
        new Leaving(message.address(), message.replyAddress(), message.headers(), context.body());
    for (BusFault fault : faults) {
      if (fault.takes(leaving, context::next)) {
        return;
      }
    }
    context.next();
  }

  private static boolean brings(Leaving leaving, String channel, Predicate<Delivery> wanted) {
    return leaving.address().equals(Deliveries.ADDRESS)
        && Deliveries.read(leaving.headers(), (String) leaving.body(), channel::equals).stream()
            .anyMatch(wanted);
  }
}
