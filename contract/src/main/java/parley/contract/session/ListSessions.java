package parley.contract.session;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks for the sessions of an account that live.")
public record ListSessions(@Doc("Whose.") UserId account) {
  public ListSessions {
    Check.present("account", account);
  }
}
