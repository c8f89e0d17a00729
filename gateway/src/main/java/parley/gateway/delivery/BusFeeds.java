package parley.gateway.delivery;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Heads;
import parley.contract.feed.Range;
import parley.contract.feed.ReadHeads;
import parley.contract.feed.ReadRange;

/** Reads feeds from persistence, on behalf of the gateway itself. */
final class BusFeeds implements Feeds {
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final BusClient bus;

  BusFeeds(BusClient bus) {
    this.bus = bus;
  }

  @Override
  public Future<Range> read(FeedId feed, long after) {
    ReadRange request = new ReadRange(feed, after, null, Range.MAX_ITEMS, 0);
    return bus.request(FeedOperations.FEED_READ, request, Caller.process("repair", DEADLINE));
  }

  @Override
  public Future<Heads> heads(List<FeedId> feeds) {
    ReadHeads request = new ReadHeads(feeds);
    return bus.request(FeedOperations.FEED_HEADS, request, Caller.process("heads", DEADLINE));
  }
}
