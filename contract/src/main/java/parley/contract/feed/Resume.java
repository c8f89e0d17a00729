package parley.contract.feed;

import java.util.List;
import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("Asks to listen to feeds and to be brought up to date.")
public record Resume(
    @Doc("Feeds and positions, 500 at most.") @Bounds(least = 1, most = MAX_FEEDS)
        List<FeedPosition> feeds) {
  /** The most feeds in one request; a client with more asks again. */
  public static final int MAX_FEEDS = 500;

  public Resume {
    feeds = Check.list("feeds", feeds, 1, MAX_FEEDS);
  }
}
