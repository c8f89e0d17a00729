/**
 * Feeds: who may read one and who may listen to one.
 *
 * <p>Owns the answers that the gateway asks before it delivers anything. Does not own delivery or
 * the numbers.
 */
package parley.chat.feed;
