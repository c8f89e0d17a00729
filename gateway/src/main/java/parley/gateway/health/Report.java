package parley.gateway.health;

import java.util.List;
import java.util.Set;
import parley.contract.Bounds;
import parley.contract.Doc;
import parley.contract.health.PartHealth;

/**
 * What the readiness page says.
 *
 * @param status {@code up}; {@code degraded} if only parts are away without which people can still
 *     read and write; {@code down} otherwise
 */
@Doc("Whether people can be served, and what is away.")
record Report(
    @Doc("`degraded`: only what people can do without is away.")
        @Bounds(pattern = "up|degraded|down")
        String status,
    @Doc("Every part, and what it depends on.") List<PartHealth> parts) {
  private static final Set<String> DISPENSABLE =
      Set.of("presence", "presence.redis", "gateway.redis");

  static Report of(List<PartHealth> parts) {
    boolean down = parts.stream().anyMatch(part -> !part.up() && !isDispensable(part));
    boolean degraded = parts.stream().anyMatch(part -> !part.up());
    return new Report(down ? "down" : degraded ? "degraded" : "up", parts);
  }

  /** Whether a load balancer should send people here. */
  boolean ready() {
    return !status.equals("down");
  }

  private static boolean isDispensable(PartHealth part) {
    return DISPENSABLE.contains(part.name());
  }
}
