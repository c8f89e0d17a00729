package parley.gateway.session;

import parley.contract.Bounds;
import parley.contract.Doc;
import parley.contract.account.Profile;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;

/**
 * Who is signed in, as a browser sees it. Holds no token.
 *
 * @param administrator may be some minutes late in another session than the one that became it
 * @param accessRemainingMs after which time at the latest the session should be refreshed
 */
@Doc("Who is signed in.")
record Me(
    @Doc("Which account.") UserId account,
    @Doc("User name, unique, lower case.") String username,
    @Doc("The name to show; may be some minutes late, `chat.profile.read` tells it at once.")
        String displayName,
    @Doc("Whether the account is an administrator; may be some minutes late.")
        boolean administrator,
    @Doc("Which session.") SessionId session,
    @Doc("After this time at the latest the session should be refreshed.") @Bounds(least = 0)
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
