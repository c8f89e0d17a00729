package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("How the password of an account is checked.")
public record Credentials(
    @Doc("The account.") Profile profile,
    @Doc("PHC string of the password (Argon2id).") String passwordHash) {
  public Credentials {
    Check.present("profile", profile);
    Check.present("passwordHash", passwordHash);
  }

  /** Leaves the hash out: it must not reach a log. */
  @Override
  public String toString() {
    return "Credentials[" + profile.account() + "]";
  }
}
