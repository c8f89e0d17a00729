package parley.gateway.delivery;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.bus.BusClient;
import parley.bus.Deliveries;
import parley.bus.Delivery;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.gateway.GatewayMetrics;

/**
 * The one order of deliveries in a gateway process. Confined to the context that made it; {@link
 * #attach} and {@link #detach} may be called from anywhere and take effect in the order of the
 * calls of each edge.
 */
public final class DeliveryOrder {
  private static final Interest NOBODY =
      new Interest() {
        @Override
        public void begins(Channel channel) {}

        @Override
        public void ends(Channel channel) {}
      };

  private final Vertx vertx;
  private final Context context;
  private final DeliveryConfig config;
  private final GatewayMetrics metrics;
  private final FeedRepair repair;
  private final HeadWatch heads;
  private final HeadLookup lookup;
  private final Map<String, Stream> streams = new HashMap<>();
  private final Set<Stream> gathering = new LinkedHashSet<>();
  private boolean gatherArmed;
  private Interest interest = NOBODY;

  /** Made on the context that it then belongs to. */
  public DeliveryOrder(Vertx vertx, DeliveryConfig config, BusClient bus, GatewayMetrics metrics) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.config = config;
    this.metrics = metrics;
    Feeds feeds = new BusFeeds(bus);
    this.repair = new FeedRepair(vertx, config, feeds, metrics, this::receive);
    this.heads = new HeadWatch(vertx, config.silence(), feeds, streams, repair);
    this.lookup = new HeadLookup(vertx, feeds);
  }

  /** Begins to receive; completes when this process is reachable. */
  public Future<Void> start(BusClient bus) {
    return heads
        .start(bus)
        .compose(
            listening -> Deliveries.receive(vertx.eventBus(), streams::containsKey, this::receive));
  }

  /** Tells from now on which channels the process listens to; on the context of the order. */
  public void tell(Interest whom) {
    interest = whom;
  }

  /** Delivers what did not come over the delivery address; on the context of the order. */
  public void deliver(Delivery delivery) {
    receive(delivery);
  }

  /**
   * From now on {@code edge} hears the channel. Completes, on the edge's context, with the number
   * from which on it hears everything; 0 for events without numbers. Fails with {@code UNAVAILABLE}
   * or, for a feed that does not exist, {@code NOT_FOUND}.
   */
  public Future<Long> attach(Channel channel, Edge edge) {
    Context loop = vertx.getOrCreateContext();
    Promise<Long> attached = Promise.promise();
    context.runOnContext(
        task -> {
          Stream stream = streams.computeIfAbsent(channel.address(), absent -> open(channel));
          stream.edges.add(edge);
          if (stream.newest != null) {
            edge.deliver(stream.newest);
          }
          stream
              .ready
              .future()
              .map(ready -> position(stream))
              .onComplete(result -> loop.runOnContext(back -> settle(attached, result)));
        });
    return attached.future();
  }

  /** From now on {@code edge} does not hear the address any more. */
  public void detach(String address, Edge edge) {
    context.runOnContext(
        task -> {
          Stream stream = streams.get(address);
          if (stream != null && stream.edges.remove(edge) && stream.edges.isEmpty()) {
            close(stream);
          }
        });
  }

  private Stream open(Channel channel) {
    Gathering gather = new Gathering(config.gather().toNanos(), System.nanoTime(), this::depart);
    Stream stream = new Stream(channel, gather, Promise.promise());
    interest.begins(channel);
    if (channel.numbered()) {
      lookup
          .head(channel.feed())
          .onComplete(head -> release(stream, stream.begin(head)), cause -> fail(stream, cause));
    } else {
      stream.ready.complete(0L);
    }
    return stream;
  }

  private void fail(Stream stream, Throwable cause) {
    stream.ready.tryFail(cause);
    close(stream);
  }

  private void close(Stream stream) {
    if (streams.remove(stream.channel.address(), stream)) {
      interest.ends(stream.channel);
    }
    gathering.remove(stream);
    stream.ready.tryFail(BusFailure.of(FailureCode.UNAVAILABLE));
  }

  private static void settle(Promise<Long> promise, AsyncResult<Long> result) {
    if (result.succeeded()) {
      promise.complete(result.result());
    } else {
      promise.fail(result.cause());
    }
  }

  /** What waits to be gathered has been released, but not left: a new edge hears it, too. */
  private static long position(Stream stream) {
    return stream.sequence == null ? 0 : stream.sequence.released();
  }

  private void receive(Delivery delivery) {
    Stream stream = streams.get(delivery.address());
    if (stream != null) {
      release(stream, stream.accept(delivery));
    }
  }

  private void release(Stream stream, List<Delivery> released) {
    long now = System.nanoTime();
    boolean waits = false;
    for (Delivery delivery : released) {
      waits = stream.gathering.add(delivery, now);
    }
    if (waits) {
      gathering.add(stream);
      armGathering();
    }
    if (stream.sequence != null) {
      stream.ready.tryComplete(stream.sequence.released());
    }
    repair.ifNeeded(stream);
  }

  private void armGathering() {
    if (!gatherArmed) {
      gatherArmed = true;
      vertx.setTimer(config.gather().toMillis(), fired -> gathered());
    }
  }

  private void gathered() {
    gatherArmed = false;
    long now = System.nanoTime();
    gathering.forEach(stream -> stream.gathering.leave(now));
    gathering.clear();
  }

  private void depart(List<Delivery> deliveries) {
    Stream stream = streams.get(deliveries.get(0).address());
    if (stream == null) {
      return;
    }
    Frame frame = Frame.of(deliveries);
    metrics.frameEncoded(deliveries.size());
    stream.newest = stream.channel.newestOnly() ? frame : null;
    stream.edges.forEach(edge -> edge.deliver(frame));
  }
}
