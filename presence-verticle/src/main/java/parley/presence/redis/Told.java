package parley.presence.redis;

import io.vertx.redis.client.Response;
import parley.contract.id.UserId;
import parley.contract.presence.Presence;
import parley.contract.presence.PresenceState;

/** Reads what a script tells of an account. */
final class Told {
  private Told() {}

  /**
   * @param lastSeenAt milliseconds since 1970, 0 where it is not told
   */
  static Presence presence(UserId account, Response state, Response lastSeenAt) {
    long at = lastSeenAt.toLong();
    PresenceState known = PresenceState.valueOf(state.toString());
    return new Presence(account, known, at == 0 ? null : (Long) at);
  }
}
