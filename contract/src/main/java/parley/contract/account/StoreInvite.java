package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence to store an invitation.")
public record StoreInvite(
    @Doc("Who invites: an administrator.") UserId account,
    @Doc("SHA-256 of the code, base64url.") String codeHash,
    @Doc("How many accounts it admits, 1 to 1,000.") int uses,
    @Doc("How long it is good, in milliseconds, at most a year.") long lifeMs) {
  /** The most accounts that one code admits. */
  public static final int MAX_USES = 1_000;

  /** Milliseconds. */
  public static final long MAX_LIFE_MS = 366L * 24 * 3_600_000;

  /** Characters of a SHA-256 in base64url, with room for a longer successor. */
  static final int MAX_HASH = 100;

  public StoreInvite {
    Check.present("account", account);
    Check.token("codeHash", codeHash, MAX_HASH);
    Check.within("uses", uses, 1, MAX_USES);
    Check.within("lifeMs", lifeMs, 1, MAX_LIFE_MS);
  }

  /** Leaves the hash out: it must not reach a log. */
  @Override
  public String toString() {
    return "StoreInvite[" + account + "]";
  }
}
