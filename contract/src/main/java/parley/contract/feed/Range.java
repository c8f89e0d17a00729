package parley.contract.feed;

import java.util.List;
import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

@Doc(
    "All items of a feed whose last change lies in (after, through], whole and in their newest state, ordered by changed.")
public record Range(
    @Doc("Which feed.") FeedId feed,
    @Doc("The range begins behind this number.") @Bounds(least = 0) long after,
    @Doc("The range ends with this number.") @Bounds(least = 0) long through,
    @Doc("The items; fewer than numbers where one item changed more than once.")
        @Bounds(most = MAX_ITEMS)
        List<Item> items) {
  /** The most items that one range carries. */
  public static final int MAX_ITEMS = 200;

  public Range {
    Check.present("feed", feed);
    Check.within("after", after, 0, Long.MAX_VALUE);
    Check.within("through", through, after, Long.MAX_VALUE);
    items = Check.list("items", items, 0, MAX_ITEMS);
  }
}
