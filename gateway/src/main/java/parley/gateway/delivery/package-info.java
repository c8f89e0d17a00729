/**
 * From the bus to the sockets, in order.
 *
 * <p>Owns, once in a gateway process: for every address that a socket of the process listens to,
 * how far it was released, what arrived too early, and the frame that is encoded once for all
 * sockets. Repairs what was lost by the heads that persistence tells. Does not own: the sockets,
 * see {@code parley.gateway.bridge}; any decision about who may listen.
 *
 * <p>Talks to: persistence (ranges and heads), the one delivery address, every {@link
 * parley.gateway.delivery.Edge}. Promises: within one address frames reach each edge in order and
 * contiguously, and the end of a membership travels in that same order.
 */
package parley.gateway.delivery;
