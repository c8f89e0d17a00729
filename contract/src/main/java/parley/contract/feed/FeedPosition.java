package parley.contract.feed;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("How far a client has applied a feed.")
public record FeedPosition(
    @Doc("Which feed.") FeedId feed,
    @Doc(value = "The last number applied; absent to listen from the head on.", optional = true)
        @Bounds(least = 0)
        Long position) {
  public FeedPosition {
    Check.present("feed", feed);
    if (position != null) {
      Check.within("position", position, 0, Long.MAX_VALUE);
    }
  }
}
