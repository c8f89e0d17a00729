package parley.gateway.session;

import parley.contract.account.Profile;

/**
 * What Redis says of a session.
 *
 * @param profile whose it is; null if it ended
 */
record SessionCopy(Profile profile) {
  boolean ended() {
    return profile == null;
  }
}
