package parley.persistence.feed;

import parley.contract.feed.FeedId;

/**
 * A feed whose row is locked until the transaction ends, so that its numbers are this transaction's
 * to give.
 *
 * @param id which feed
 * @param head its last number
 * @param ordinal how many messages were posted in it
 * @param policyVersion the version on which decisions must rest
 * @param deleted whether it is the feed of an account that was deleted: what is left may end there,
 *     nothing begins
 */
public record LockedFeed(FeedId id, long head, long ordinal, long policyVersion, boolean deleted) {
  /** Whether something may begin in this feed. */
  public static boolean lives(LockedFeed feed) {
    return feed != null && !feed.deleted();
  }
}
