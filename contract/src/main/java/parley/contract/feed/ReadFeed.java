package parley.contract.feed;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("Asks for what changed in a feed after a position.")
public record ReadFeed(
    @Doc("Which feed.") FeedId feed,
    @Doc("The position that the caller has reached.") @Bounds(least = 0) long after,
    @Doc("The most items wanted, 1 to 200.") @Bounds(least = 1, most = Range.MAX_ITEMS) int limit) {
  public ReadFeed {
    Check.present("feed", feed);
    Check.within("after", after, 0, Long.MAX_VALUE);
    Check.within("limit", limit, 1, Range.MAX_ITEMS);
  }
}
