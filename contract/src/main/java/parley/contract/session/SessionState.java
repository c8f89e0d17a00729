package parley.contract.session;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.account.Profile;
import parley.contract.id.SessionId;

@Doc("A session that lives.")
public record SessionState(
    @Doc("Which session.") SessionId session,
    @Doc("Whose.") Profile profile,
    @Doc("Whether the account is an administrator.") boolean administrator,
    @Doc("How long it still lives if it is not refreshed, in milliseconds.") long remainingMs) {
  public SessionState {
    Check.present("session", session);
    Check.present("profile", profile);
  }
}
