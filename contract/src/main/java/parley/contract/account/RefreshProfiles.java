package parley.contract.account;

import java.util.List;
import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("Asks which profiles changed since somebody read them.")
public record RefreshProfiles(
    @Doc("What is known, 1 to 100.") @Bounds(least = 1, most = ReadProfiles.MAX)
        List<KnownProfile> known) {
  public RefreshProfiles {
    known = Check.list("known", known, 1, ReadProfiles.MAX);
  }
}
