package parley.presence.redis;

import java.util.List;

/** The names of presence's keys in Redis; where an id follows, how the name begins. */
final class PresenceKeys {
  /** Roll to when it runs out. */
  static final String ROLLS = "presence:rolls";

  /**
   * The accounts of a roll, their states and what they share; with {@code :number} behind the id,
   * the number of its last report.
   */
  static final String ROLL = "presence:states:";

  /** The rolls that name an account. */
  static final String ACCOUNT = "presence:named:";

  /** The gateways that watch an account, until when. */
  static final String WATCHERS = "presence:watchers:";

  /** Since when what is known has been gathered, and when it was touched last. */
  static final String KNOWN = "presence:known";

  /** When an account was last here, and the choice that says so. */
  static final String SEEN = "presence:seen:";

  /** The keys of every script, in the order that the scripts expect. */
  static final List<String> ALL = List.of(ROLLS, ROLL, ACCOUNT, WATCHERS, KNOWN, SEEN);

  private PresenceKeys() {}
}
