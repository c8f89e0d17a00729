package parley.gateway.delivery;

import io.vertx.core.Vertx;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bus.Delivery;
import parley.contract.feed.Range;
import parley.gateway.GatewayMetrics;

/**
 * Fetches what is missing in a stream, once for all sockets of the process. A hole may close by
 * itself for a moment; a fetch that fails is repeated after a pause that doubles, as long as
 * somebody listens.
 */
final class FeedRepair {
  private static final Logger log = LoggerFactory.getLogger(FeedRepair.class);
  private static final int MOST_DOUBLINGS = 6;

  private final Vertx vertx;
  private final DeliveryConfig config;
  private final Feeds feeds;
  private final GatewayMetrics metrics;
  private final Consumer<Delivery> receiver;

  FeedRepair(
      Vertx vertx,
      DeliveryConfig config,
      Feeds feeds,
      GatewayMetrics metrics,
      Consumer<Delivery> receiver) {
    this.vertx = vertx;
    this.config = config;
    this.feeds = feeds;
    this.metrics = metrics;
    this.receiver = receiver;
  }

  /** Begins to repair the stream if it has a hole and nobody is at it. */
  void ifNeeded(Stream stream) {
    if (stream.hasHole() && !stream.repairing) {
      stream.repairing = true;
      vertx.setTimer(config.holePatience().toMillis(), fired -> repair(stream));
    }
  }

  private void repair(Stream stream) {
    if (!stream.hasHole() || stream.edges.isEmpty()) {
      stream.repairing = false;
      return;
    }
    metrics.holeFetched();
    feeds
        .read(stream.channel.feed(), stream.sequence.released())
        .onComplete(range -> repaired(stream, range), cause -> notRepaired(stream, cause));
  }

  private void repaired(Stream stream, Range range) {
    stream.failedRepairs = 0;
    Delivery.of(stream.channel.address(), range).forEach(receiver);
    if (range.through() == range.after()) {
      stream.repairing = false;
    } else {
      repair(stream);
    }
  }

  private void notRepaired(Stream stream, Throwable cause) {
    log.warn("gateway.repair.failed feed={} cause={}", stream.channel.feed(), cause.getMessage());
    int doublings = Math.min(stream.failedRepairs++, MOST_DOUBLINGS);
    vertx.setTimer(config.repairPause().toMillis() << doublings, fired -> repair(stream));
  }
}
