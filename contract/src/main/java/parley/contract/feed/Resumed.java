package parley.contract.feed;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("The feeds that were asked for, in the same order.")
public record Resumed(@Doc("One entry a feed.") List<ResumedFeed> feeds) {
  public Resumed {
    feeds = Check.list("feeds", feeds, 0, Resume.MAX_FEEDS);
  }
}
