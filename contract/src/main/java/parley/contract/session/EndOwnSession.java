package parley.contract.session;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;

@Doc("Asks to end a session of a certain account; ending twice is ending once.")
public record EndOwnSession(
    @Doc("Whose it must be.") UserId account, @Doc("Which session.") SessionId session) {
  public EndOwnSession {
    Check.present("account", account);
    Check.present("session", session);
  }
}
