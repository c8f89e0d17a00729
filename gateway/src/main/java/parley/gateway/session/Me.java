package parley.gateway.session;

import parley.contract.account.Profile;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;

/**
 * Who is signed in, as a browser sees it. Holds no token.
 *
 * @param administrator may be some minutes late in another session than the one that became it
 * @param accessRemainingMs after which time at the latest the session should be refreshed
 */
record Me(
    UserId account,
    String username,
    String displayName,
    boolean administrator,
    SessionId session,
    long accessRemainingMs) {

  static Me of(Profile profile, boolean administrator, SessionId session, long accessRemainingMs) {
    return new Me(
        profile.account(),
        profile.username(),
        profile.displayName(),
        administrator,
        session,
        accessRemainingMs);
  }
}
