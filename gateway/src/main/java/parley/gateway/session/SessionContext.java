package parley.gateway.session;

import parley.contract.account.Profile;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;

/**
 * Who a request comes from: an account through one of its sessions, which lives.
 *
 * @param accessExpiresAt until when the access token is valid, milliseconds since 1970; a socket
 *     lives as long as the session, not as the token
 */
public record SessionContext(Profile profile, SessionId session, long accessExpiresAt) {
  public UserId account() {
    return profile.account();
  }
}
