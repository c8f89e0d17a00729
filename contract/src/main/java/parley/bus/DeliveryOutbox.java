package parley.bus;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts deliveries on the bus in the order in which they were added. One that comes after a pause
 * leaves at once; what comes within {@value #GATHER_MS} ms of the last departure leaves together.
 * Confined to the context that made it.
 */
final class DeliveryOutbox {
  private static final long GATHER_MS = 2;
  private static final int MAX_WAITING = 500;
  private static final int MAX_UNITS = 256 * 1024;

  private final Vertx vertx;
  private final List<Delivery> waiting = new ArrayList<>();
  private int units;
  private long lastLeft = System.nanoTime() - GATHER_MS * 1_000_000;
  private boolean timerArmed;

  DeliveryOutbox(Vertx vertx) {
    this.vertx = vertx;
  }

  void add(Delivery delivery) {
    waiting.add(delivery);
    units += delivery.json().length();
    boolean full = waiting.size() >= MAX_WAITING || units >= MAX_UNITS;
    boolean idle = System.nanoTime() - lastLeft >= GATHER_MS * 1_000_000;
    if (full || idle) {
      leave();
    } else if (!timerArmed) {
      timerArmed = true;
      vertx.setTimer(GATHER_MS, fired -> timerFired());
    }
  }

  private void timerFired() {
    timerArmed = false;
    if (!waiting.isEmpty()) {
      leave();
    }
  }

  private void leave() {
    lastLeft = System.nanoTime();
    DeliveryOptions options = new DeliveryOptions();
    String body = DeliveryWire.write(waiting, options);
    waiting.clear();
    units = 0;
    vertx.eventBus().publish(Deliveries.ADDRESS, body, options);
  }
}
