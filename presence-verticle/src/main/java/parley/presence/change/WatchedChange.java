package parley.presence.change;

import java.util.List;
import parley.contract.id.GatewayId;
import parley.contract.presence.PresenceChange;

/**
 * A change and the gateways that watched the account when it happened.
 *
 * @param watchers at least one
 */
public record WatchedChange(PresenceChange change, List<GatewayId> watchers) {
  public WatchedChange {
    watchers = List.copyOf(watchers);
  }
}
