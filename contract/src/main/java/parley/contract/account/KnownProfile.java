package parley.contract.account;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Which version of a profile somebody has.")
public record KnownProfile(
    @Doc("Whose.") UserId account, @Doc("Its version.") @Bounds(least = 0) long version) {
  public KnownProfile {
    Check.present("account", account);
    Check.within("version", version, 0, Long.MAX_VALUE);
  }
}
