package parley.gateway.session;

import parley.contract.id.SessionId;
import parley.contract.id.UserId;

/**
 * What a valid access token says.
 *
 * @param expiresAt milliseconds since 1970
 */
record AccessClaims(UserId account, SessionId session, long expiresAt) {}
