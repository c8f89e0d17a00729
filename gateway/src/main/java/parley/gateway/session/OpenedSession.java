package parley.gateway.session;

import parley.contract.account.Profile;

/** A session that lives, with fresh tokens for whoever holds it. */
public record OpenedSession(Profile profile, AccessToken access, RefreshToken refresh) {}
