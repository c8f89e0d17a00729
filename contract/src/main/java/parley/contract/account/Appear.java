package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.presence.PresenceMode;

@Doc("Chooses how the caller appears to others.")
public record Appear(@Doc("How.") PresenceMode mode) {
  public Appear {
    Check.present("mode", mode);
  }
}
