package parley.chat.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.contract.account.KnownProfile;
import parley.contract.account.Profile;
import parley.contract.account.Profiles;
import parley.contract.id.UserId;

/** Which profiles are news to somebody who read them before. */
final class ProfileNews {
  private ProfileNews() {}

  /** Those of {@code present} with a greater version than the one known, named last if twice. */
  static Profiles of(List<KnownProfile> known, Profiles present) {
    Map<UserId, Long> versions = new HashMap<>();
    known.forEach(one -> versions.put(one.account(), one.version()));
    return new Profiles(
        present.profiles().stream().filter(profile -> isNews(profile, versions)).toList());
  }

  private static boolean isNews(Profile profile, Map<UserId, Long> versions) {
    return profile.version() > versions.getOrDefault(profile.account(), 0L);
  }
}
