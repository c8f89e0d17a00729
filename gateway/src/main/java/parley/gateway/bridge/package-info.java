/**
 * The SockJS event-bus bridge and its gate: all traffic of sockets, in and out.
 *
 * <p>Owns, on each event loop: the sockets, which of them listens to which address, and how many
 * bytes wait for each; in the process: what each account may still send. The stock bridge does the
 * framing; everything else, the server's pings among it, is decided here. Does not own: the order
 * of deliveries, see {@code parley.gateway.delivery}; who somebody is, see {@code
 * parley.gateway.session}.
 *
 * <p>Talks to: every operation of the catalogue that is open to browsers, on behalf of the session
 * and of nobody else. Promises: a socket hears of an address only after the authorising operation
 * agreed, and nothing that is numbered after the end of a membership.
 */
package parley.gateway.bridge;
