package parley.gateway.bridge;

import parley.gateway.GatewayMetrics;
import parley.gateway.delivery.DeliveryOrder;
import parley.gateway.presence.Attendance;
import parley.gateway.presence.RelationWatch;

/**
 * What the bridges of all event loops of a process share; each is safe to use from all of them.
 *
 * @param order what they deliver, in order
 * @param limits what each account may still do
 * @param admission how many sockets may be opened
 * @param attendance from which accounts they have heard
 * @param relations tells of whom people may know less
 * @param metrics what they count
 */
public record SharedParts(
    DeliveryOrder order,
    AccountLimits limits,
    Admission admission,
    Attendance attendance,
    RelationWatch relations,
    GatewayMetrics metrics) {}
