package parley.contract.session;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.SessionId;

@Doc("Asks persistence to replace the refresh token of a session: compare and set.")
public record RotateSession(
    @Doc("Which session.") SessionId session,
    @Doc("SHA-256 of the token that was presented, base64url.") String presentedHash,
    @Doc("SHA-256 of its successor, base64url.") String successorHash,
    @Doc(
            "Chosen by the client; the same token with the same nonce within 60 s gets the same successor.")
        String nonce,
    @Doc("How long the session lives without being refreshed, in milliseconds.") long idleMs) {
  /** Visible ASCII characters. */
  public static final int MAX_NONCE = 100;

  public RotateSession {
    Check.present("session", session);
    Check.token("presentedHash", presentedHash, OpenSession.MAX_HASH);
    Check.token("successorHash", successorHash, OpenSession.MAX_HASH);
    Check.token("nonce", nonce, MAX_NONCE);
  }

  /** Leaves the hashes out: they must not reach a log. */
  @Override
  public String toString() {
    return "RotateSession[" + session + "]";
  }
}
