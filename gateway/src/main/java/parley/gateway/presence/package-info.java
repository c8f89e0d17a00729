/**
 * The gateway's part of presence: which accounts it has heard from lately, and whose presence its
 * sockets watch.
 *
 * <p>Owns: the roll that is reported, the leases of what is watched, and the order in which changes
 * reach {@link parley.gateway.delivery.DeliveryOrder}. Does not own: what other gateways report and
 * who is told of it (presence, over the bus), nor who may watch whom (chat).
 */
package parley.gateway.presence;
