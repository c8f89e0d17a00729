package parley.contract.account;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("Who accounts are; unknown ones are left out.")
public record Profiles(@Doc("The profiles.") List<Profile> profiles) {
  public Profiles {
    profiles = Check.list("profiles", profiles, 0, ReadProfiles.MAX);
  }
}
