package parley.contract.account;

import parley.contract.Bounds;
import parley.contract.BusFailure;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("An account as others see it. Of two copies the one with the greater version is the newer.")
public record Profile(
    @Doc("Which account.") UserId account,
    @Doc(value = "User name, unique, lower case; absent for a deleted account.", optional = true)
        String username,
    @Doc(value = "The name to show; absent for a deleted account.", optional = true)
        String displayName,
    @Doc("Grows with every change of the profile.") @Bounds(least = 1) long version,
    @Doc(value = "What the person says about the moment.", optional = true) Status status,
    @Doc(
            value =
                "Names the picture: the path of its sizes is /api/avatars/{avatar}/{size}; absent"
                    + " for none.",
            optional = true)
        String avatar,
    @Doc("Whether the account was deleted: then nothing else is known of it.") boolean deleted) {
  /** UTF-16 units. */
  public static final int MAX_USERNAME = 32;

  /** UTF-16 units. */
  public static final int MAX_DISPLAY_NAME = 60;

  /** SHA-256 in base64url is 43 characters. */
  public static final int MAX_AVATAR = 64;

  public Profile {
    Check.present("account", account);
    if (deleted) {
      absent("username", username);
      absent("displayName", displayName);
      absent("status", status);
      absent("avatar", avatar);
    } else {
      username = Check.line("username", username, 1, Profile.MAX_USERNAME);
      displayName = Check.line("displayName", displayName, 1, Profile.MAX_DISPLAY_NAME);
    }
    Check.within("version", version, 1, Long.MAX_VALUE);
    avatar = Check.optionalToken("avatar", avatar, MAX_AVATAR);
  }

  /** Of an account whose profile was never changed. */
  public Profile(UserId account, String username, String displayName) {
    this(account, username, displayName, 1, null, null, false);
  }

  /** What is left of a deleted account. */
  public static Profile deleted(UserId account, long version) {
    return new Profile(account, null, null, version, null, null, true);
  }

  private static void absent(String field, Object value) {
    if (value != null) {
      throw BusFailure.malformed(field);
    }
  }
}
