/**
 * Feeds, the one mechanism behind nothing lost, nothing twice, nothing out of order. Owns the shape
 * of a range and of its items, and what subscribing means. Does not own any feed's content.
 */
package parley.contract.feed;
