package parley.contract.session;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.account.Credentials;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;

@Doc("Asks persistence to store a new session.")
public record OpenSession(
    @Doc("Chosen by the gateway.") SessionId session,
    @Doc("Whose.") UserId account,
    @Doc("SHA-256 of the first refresh token, base64url.") String refreshHash,
    @Doc("What the device calls itself, at most 200 UTF-16 units.") String device,
    @Doc("How long the session lives without being refreshed, in milliseconds.") long idleMs,
    @Doc("PHC string of the password that was checked; refused if it was replaced since.")
        String passwordHash) {
  /** UTF-16 units. */
  public static final int MAX_DEVICE = 200;

  /** Characters of a SHA-256 in base64url, with room for a longer successor. */
  static final int MAX_HASH = 100;

  public OpenSession {
    Check.present("session", session);
    Check.present("account", account);
    Check.token("refreshHash", refreshHash, MAX_HASH);
    device = Check.line("device", device, 0, MAX_DEVICE);
    Check.token("passwordHash", passwordHash, Credentials.MAX_HASH);
  }

  /** Leaves the hashes out: they must not reach a log. */
  @Override
  public String toString() {
    return "OpenSession[" + session + "]";
  }
}
