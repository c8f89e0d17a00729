package parley.contract.account;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence to keep a one-time secret that sets a new password.")
public record StoreReset(
    @Doc(
            value = "The administrator who makes it; absent: it goes to the account's own address.",
            optional = true)
        UserId by,
    @Doc("Normalised user name of whom it is for.") String username,
    @Doc("SHA-256 of the secret, base64url.") String secretHash,
    @Doc("How long it is good.") @Bounds(least = 1, most = MAX_LIFE_MS) long lifeMs) {
  /** A week. */
  public static final long MAX_LIFE_MS = 7L * 24 * 3_600_000;

  public StoreReset {
    username = Check.line("username", username, 1, Profile.MAX_USERNAME);
    Check.token("secretHash", secretHash, StoreInvite.MAX_HASH);
    Check.within("lifeMs", lifeMs, 1, MAX_LIFE_MS);
  }
}
