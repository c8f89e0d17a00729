package parley.gateway.delivery;

import io.vertx.core.Future;
import java.util.List;
import parley.contract.feed.FeedId;
import parley.contract.feed.Heads;
import parley.contract.feed.Range;

/** Where the order reads what it did not hear. */
interface Feeds {
  /** What changed after a number: one page. */
  Future<Range> read(FeedId feed, long after);

  /** How far feeds have come; {@link Heads#MAX} at most. */
  Future<Heads> heads(List<FeedId> feeds);
}
