package parley.contract.feed;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("Asks persistence for what changed in a feed within a part of its numbers.")
public record ReadRange(
    @Doc("Which feed.") FeedId feed,
    @Doc("The range begins behind this number.") long after,
    @Doc(
            value = "The range ends with this number at the latest; absent for the head.",
            optional = true)
        Long upTo,
    @Doc("The most items wanted, 1 to 200.") int limit,
    @Doc("Messages posted before this number are left out; 0 for none.") long visibleFrom) {
  public ReadRange {
    Check.present("feed", feed);
    Check.within("after", after, 0, Long.MAX_VALUE);
    if (upTo != null) {
      Check.within("upTo", upTo, 0, Long.MAX_VALUE);
    }
    Check.within("limit", limit, 1, Range.MAX_ITEMS);
    Check.within("visibleFrom", visibleFrom, 0, Long.MAX_VALUE);
  }
}
