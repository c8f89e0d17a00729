package parley.contract.presence;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Whether an account is there.")
public record Presence(
    @Doc("Which account.") UserId account,
    @Doc("What is known of it.") PresenceState state,
    @Doc(
            value =
                "When it was last here, milliseconds since 1970; only with offline, of whom shares it and was here within 30 days.",
            optional = true)
        Long lastSeenAt) {
  /** Of whom nothing is told but the state. */
  public Presence(UserId account, PresenceState state) {
    this(account, state, null);
  }

  public Presence {
    Check.present("account", account);
    Check.present("state", state);
  }
}
