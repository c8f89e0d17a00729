package parley.contract.feed;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("The last number of a feed.")
public record FeedHead(@Doc("Which feed.") FeedId feed, @Doc("Its last number.") long head) {
  public FeedHead {
    Check.present("feed", feed);
  }
}
