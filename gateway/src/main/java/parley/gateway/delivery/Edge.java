package parley.gateway.delivery;

/**
 * One event loop with sockets. Called from the context of {@link DeliveryOrder}; hands over to its
 * own loop in one task and keeps the order.
 */
public interface Edge {
  /** Writes the frame to every socket that listens to its address. */
  void deliver(Frame frame);
}
