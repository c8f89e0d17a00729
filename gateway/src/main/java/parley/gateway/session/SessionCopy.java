package parley.gateway.session;

import parley.contract.account.Profile;
import parley.contract.session.SessionState;

/**
 * What Redis says of a session.
 *
 * @param profile whose it is; null if it ended
 * @param administrator whether that is one
 */
record SessionCopy(Profile profile, boolean administrator) {
  static final SessionCopy ENDED = new SessionCopy(null, false);

  static SessionCopy of(SessionState state) {
    return new SessionCopy(state.profile(), state.administrator());
  }

  boolean ended() {
    return profile == null;
  }
}
