/**
 * Conversations of two people. Does not own who may open one, see {@link
 * parley.chat.relation.Reachability}, nor that two have only one, which persistence sees to, nor
 * reading and writing there, see {@code parley.chat.conversation}.
 */
package parley.chat.direct;
