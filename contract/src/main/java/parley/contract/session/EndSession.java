package parley.contract.session;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.SessionId;

@Doc("Asks to end a session; ending twice is ending once.")
public record EndSession(@Doc("Which session.") SessionId session) {
  public EndSession {
    Check.present("session", session);
  }
}
