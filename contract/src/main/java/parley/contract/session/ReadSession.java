package parley.contract.session;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.SessionId;

@Doc("Asks whether a session lives.")
public record ReadSession(@Doc("Which session.") SessionId session) {
  public ReadSession {
    Check.present("session", session);
  }
}
