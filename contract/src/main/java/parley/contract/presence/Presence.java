package parley.contract.presence;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Whether an account is there.")
public record Presence(
    @Doc("Which account.") UserId account, @Doc("What is known of it.") PresenceState state) {
  public Presence {
    Check.present("account", account);
    Check.present("state", state);
  }
}
