package parley.contract.session;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.SessionId;

@Doc("The session is over.")
public record SessionEnded(@Doc("Which session.") SessionId session) {
  public SessionEnded {
    Check.present("session", session);
  }
}
