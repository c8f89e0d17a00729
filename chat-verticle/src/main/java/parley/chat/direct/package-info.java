/**
 * Conversations of two people.
 *
 * <p>Owns {@link parley.chat.direct.Reachability}: who may open one with whom. Does not own that
 * two have only one, which persistence sees to, nor reading and writing there, see {@code
 * parley.chat.conversation}.
 */
package parley.chat.direct;
