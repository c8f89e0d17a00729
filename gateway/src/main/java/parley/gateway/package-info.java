/**
 * Where people and programs come in: HTTP and the SockJS bridge on one port.
 *
 * <p>Owns: sessions on the wire, who may say what over a socket, the order in which deliveries
 * reach sockets, the client's files. Does not own: any conversation or account; it asks {@code
 * chat} and {@code persistence} over the bus, and {@code presence} how it is. Keeps the shared copy
 * of sessions and the counts of attempts in Redis.
 *
 * <p>One {@link parley.gateway.GatewayVerticle} a process orders deliveries for all; an {@code
 * EdgeVerticle} on each event loop owns a router, a bridge and the sockets of that loop.
 */
package parley.gateway;
