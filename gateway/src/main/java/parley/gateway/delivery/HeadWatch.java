package parley.gateway.delivery;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bus.BusClient;
import parley.contract.feed.FeedHead;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Heads;

/**
 * Compares how far feeds have come with what was released: by the beacon that persistence tells
 * every second, and by asking for all feeds once the beacon has been silent for long. A beacon
 * tells only of what changed lately, so a long silence is made up for even if the beacon is back:
 * all feeds are asked for until the answers have come.
 */
final class HeadWatch {
  private static final Logger log = LoggerFactory.getLogger(HeadWatch.class);
  private static final long LOOK_EVERY_MS = 1_000;

  private final Vertx vertx;
  private final Duration silence;
  private final Feeds feeds;
  private final Map<String, Stream> streams;
  private final FeedRepair repair;
  private long lastHeard = System.nanoTime();
  private boolean owed;
  private boolean comparing;
  private boolean failing;

  /**
   * @param streams by address, as the order holds them; only read here
   */
  HeadWatch(
      Vertx vertx, Duration silence, Feeds feeds, Map<String, Stream> streams, FeedRepair repair) {
    this.vertx = vertx;
    this.silence = silence;
    this.feeds = feeds;
    this.streams = streams;
    this.repair = repair;
  }

  /** Completes when the beacon reaches this process. */
  Future<Void> start(BusClient bus) {
    vertx.setPeriodic(LOOK_EVERY_MS, tick -> look());
    return bus.listen(FeedOperations.HEADS, this::beacon);
  }

  private void beacon(Heads heads) {
    noteSilence();
    lastHeard = System.nanoTime();
    heads.heads().forEach(this::heard);
  }

  private void heard(FeedHead head) {
    FeedId feed = head.feed();
    Stream stream = streams.get(Channel.of(feed).address());
    if (stream != null && stream.sequence != null) {
      stream.sequence.heard(head.head());
      repair.ifNeeded(stream);
    }
  }

  private void look() {
    noteSilence();
    if (owed && !comparing) {
      owed = false;
      comparing = true;
      compareAll().onComplete(done -> compared(done.cause()));
    }
  }

  private void noteSilence() {
    long now = System.nanoTime();
    if (now - lastHeard >= silence.toNanos()) {
      lastHeard = now;
      owed = true;
      log.warn("gateway.beacon.silent feeds={}", streams.size());
    }
  }

  private Future<?> compareAll() {
    List<FeedId> all =
        streams.values().stream()
            .filter(s -> s.sequence != null)
            .map(s -> s.channel.feed())
            .toList();
    List<Future<?>> pages = new ArrayList<>();
    for (int from = 0; from < all.size(); from += Heads.MAX) {
      pages.add(compare(all.subList(from, Math.min(all.size(), from + Heads.MAX))));
    }
    return Future.join(pages);
  }

  private Future<?> compare(List<FeedId> page) {
    return feeds.heads(page).onSuccess(heads -> heads.heads().forEach(this::heard));
  }

  private void compared(Throwable cause) {
    comparing = false;
    if (cause != null && !failing) {
      log.warn("gateway.compare.failed cause={}", cause.getMessage());
    }
    failing = cause != null;
    owed = owed || failing;
  }
}
