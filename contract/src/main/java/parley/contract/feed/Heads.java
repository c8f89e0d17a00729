package parley.contract.feed;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("The last numbers of some feeds.")
public record Heads(@Doc("One entry a feed.") List<FeedHead> heads) {
  /** The most feeds in one message. */
  public static final int MAX = 1_000;

  public Heads {
    heads = Check.list("heads", heads, 0, MAX);
  }
}
