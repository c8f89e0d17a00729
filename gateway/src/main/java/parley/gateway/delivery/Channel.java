package parley.gateway.delivery;

import parley.contract.Topic;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Range;

/**
 * What sockets can listen to: one logical address and how its events follow each other.
 *
 * @param feed the feed that numbers the address; null for events without numbers
 * @param newestOnly whether only the newest event counts, so that a new listener begins with it
 */
public record Channel(String address, FeedId feed, boolean newestOnly) {

  /** The address of a feed. */
  public static Channel of(FeedId feed) {
    return new Channel(FeedOperations.topicOf(feed).address(feed.value().toString()), feed, false);
  }

  /** An address of a topic. */
  public static Channel of(Topic<?> topic, String address) {
    return topic.event() == Range.class
        ? of(FeedId.of(address.substring(0, address.lastIndexOf('.'))))
        : new Channel(address, null, topic.keepsNewest());
  }

  /** Whether its events have numbers, so that what was lost can be found and fetched. */
  public boolean numbered() {
    return feed != null;
  }
}
