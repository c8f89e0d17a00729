package parley.gateway.session;

import parley.contract.account.Profile;
import parley.contract.session.SessionState;

/** A session that lives, with fresh tokens for whoever holds it. */
public record OpenedSession(
    Profile profile, boolean administrator, AccessToken access, RefreshToken refresh) {
  static OpenedSession of(SessionState state, AccessToken access, RefreshToken refresh) {
    return new OpenedSession(state.profile(), state.administrator(), access, refresh);
  }
}
