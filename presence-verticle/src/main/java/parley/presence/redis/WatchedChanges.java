package parley.presence.redis;

import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import parley.contract.id.GatewayId;
import parley.contract.id.UserId;
import parley.contract.presence.Presence;
import parley.contract.presence.PresenceChange;
import parley.presence.change.WatchedChange;

/**
 * Reads the changes in a script's answer: {@code { account, state, last here, { gateway, ... } }}
 * each.
 */
final class WatchedChanges {
  private WatchedChanges() {}

  static List<WatchedChange> read(Response changes, long at) {
    List<WatchedChange> read = new ArrayList<>();
    changes.forEach(change -> read.add(change(change, at)));
    return read;
  }

  private static WatchedChange change(Response change, long at) {
    UserId account = UserId.of(change.get(0).toString());
    Presence presence = Told.presence(account, change.get(1), change.get(2));
    return new WatchedChange(new PresenceChange(presence, at), gateways(change.get(3)));
  }

  private static List<GatewayId> gateways(Response watchers) {
    return StreamSupport.stream(watchers.spliterator(), false)
        .map(watcher -> GatewayId.of(watcher.toString()))
        .toList();
  }
}
