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
 */
public record LockedFeed(FeedId id, long head, long ordinal, long policyVersion) {}
