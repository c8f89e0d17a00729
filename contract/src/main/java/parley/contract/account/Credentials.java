package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("How the password of an account is checked.")
public record Credentials(
    @Doc("The account.") Profile profile,
    @Doc("PHC string of the password (Argon2id).") String passwordHash) {
  /** Characters of a PHC string. */
  public static final int MAX_HASH = 300;

  public Credentials {
    Check.present("profile", profile);
    Check.token("passwordHash", passwordHash, Credentials.MAX_HASH);
  }

  /** Leaves the hash out: it must not reach a log. */
  @Override
  public String toString() {
    return "Credentials[" + profile.account() + "]";
  }
}
