/**
 * The chat context: who may do what in conversations, and the announcement of what was stored.
 *
 * <p>Owns the decisions and the {@code chat.*} operations. Does not own any data: what is stored is
 * asked of persistence, and nothing is remembered between two requests, so any instance may answer
 * any request. Talks to persistence over the bus only.
 *
 * <p>Order: a change is announced after it is committed; the announcement is handed to the bus
 * before the answer, though under load it may leave a few milliseconds after it. Announcements of
 * two instances may overtake each other; their numbers put them in order.
 */
package parley.chat;
