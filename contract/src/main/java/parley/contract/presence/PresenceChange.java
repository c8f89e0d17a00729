package parley.contract.presence;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("That an account came, went, or is there in another way.")
public record PresenceChange(
    @Doc("The account and its new state.") Presence presence,
    @Doc("When, in microseconds of Redis's clock: orders the changes of one account.") long at) {
  public PresenceChange {
    Check.present("presence", presence);
  }
}
