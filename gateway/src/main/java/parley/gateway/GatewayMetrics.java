package parley.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** What the gateway counts. Safe to use from every event loop. */
public final class GatewayMetrics {
  private final Counter framesEncoded;
  private final Counter deliveriesJoined;
  private final Counter framesWritten;
  private final Counter holesFetched;
  private final Counter slowSockets;
  private final Counter requests;
  private final Counter refusals;
  private final AtomicInteger sockets;

  public GatewayMetrics(MeterRegistry meters) {
    framesEncoded = meters.counter("gateway.frames.encoded");
    deliveriesJoined = meters.counter("gateway.deliveries.released");
    framesWritten = meters.counter("gateway.frames.written");
    holesFetched = meters.counter("gateway.holes.fetched");
    slowSockets = meters.counter("gateway.sockets.slow");
    requests = meters.counter("gateway.requests.accepted");
    refusals = meters.counter("gateway.requests.refused");
    sockets = meters.gauge("gateway.sockets.open", new AtomicInteger());
  }

  /** One frame was encoded, of so many deliveries. */
  public void frameEncoded(int deliveries) {
    framesEncoded.increment();
    deliveriesJoined.increment(deliveries);
  }

  /** Frames were handed to so many sockets. */
  public void framesWritten(int count) {
    framesWritten.increment(count);
  }

  /** A gap in a feed was fetched. */
  public void holeFetched() {
    holesFetched.increment();
  }

  /** A socket was closed because it read too slowly. */
  public void socketTooSlow() {
    slowSockets.increment();
  }

  /** A request of a socket was passed on. */
  public void requestAccepted() {
    requests.increment();
  }

  /** A request of a socket was refused or failed. */
  public void requestRefused() {
    refusals.increment();
  }

  /** A socket was opened (1) or closed (-1). */
  public void socketsChanged(int by) {
    sockets.addAndGet(by);
  }
}
