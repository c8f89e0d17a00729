package parley.persistence.session;

import java.util.Objects;
import parley.contract.session.RotateSession;

/** What becomes of a refresh token that was presented. */
enum Rotation {
  /** It is the good one: its successor takes its place. */
  ROTATE,
  /** The client asks again for what it was given: the same answer. */
  REPEAT,
  /** It was replaced before, or never given out: somebody else has it. The session ends. */
  END;

  /**
   * The tokens of a session as stored.
   *
   * @param current hash of the good token
   * @param previous hash of the one it replaced; null before the first rotation
   * @param nonce what the client named with that rotation; null before the first
   * @param fresh whether that rotation is at most a minute old
   */
  record Tokens(String current, String previous, String nonce, boolean fresh) {}

  static Rotation of(Tokens stored, RotateSession request) {
    if (stored.current().equals(request.presentedHash())) {
      return ROTATE;
    }
    boolean same =
        Objects.equals(stored.previous(), request.presentedHash())
            && Objects.equals(stored.nonce(), request.nonce())
            && stored.current().equals(request.successorHash());
    return same && stored.fresh() ? REPEAT : END;
  }
}
