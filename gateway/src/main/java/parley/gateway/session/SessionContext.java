package parley.gateway.session;

import parley.contract.Caller;
import parley.contract.account.Profile;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;
import parley.gateway.http.Client;

/**
 * Who a request comes from: an account through one of its sessions, which lives.
 *
 * @param administrator as of a copy that may be some minutes old; persistence decides what one may
 * @param accessExpiresAt until when the access token is valid, milliseconds since 1970; a socket
 *     lives as long as the session, not as the token
 */
public record SessionContext(
    Profile profile, boolean administrator, SessionId session, long accessExpiresAt) {
  public UserId account() {
    return profile.account();
  }

  /** The account itself, for what it asks for over HTTP. */
  public Caller caller(Client client) {
    Caller process = client.caller();
    return new Caller(account(), session, process.requestId(), process.deadline());
  }
}
