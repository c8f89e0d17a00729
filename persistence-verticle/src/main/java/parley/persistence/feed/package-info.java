/**
 * Feeds: their numbers, reading ranges of them, and the beacon that tells which of them changed.
 *
 * <p>Owns: the rows of {@code feed}, {@code feed_change} and {@code beacon}; how rows become items.
 * Does not own: what is in a feed; messages, members and conversations are written by the packages
 * beside this one, which take numbers through {@link parley.persistence.feed.Feeds}; only appending
 * messages numbers a whole batch by itself, under the same row locks. Talks to: PostgreSQL; tells
 * {@code persistence.heads}. Ordering: numbers of a feed have no holes, and who sees a number sees
 * all smaller ones.
 */
package parley.persistence.feed;
