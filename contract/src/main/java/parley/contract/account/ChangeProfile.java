package parley.contract.account;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("What the caller wants to be seen as, whole: what is absent is taken away.")
public record ChangeProfile(
    @Doc("The name to show.") @Bounds(least = 1, most = Profile.MAX_DISPLAY_NAME)
        String displayName,
    @Doc(value = "What the person says about the moment; absent: nothing.", optional = true)
        Status status) {
  public ChangeProfile {
    displayName = Check.line("displayName", displayName, 1, Profile.MAX_DISPLAY_NAME);
  }
}
