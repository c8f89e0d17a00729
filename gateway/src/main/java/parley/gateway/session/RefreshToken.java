package parley.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.contract.BusFailure;
import parley.contract.id.SessionId;

/**
 * A refresh token: the session's id, a dot, and 32 secret bytes in base64url. Only its hash leaves
 * the gateway.
 */
public record RefreshToken(SessionId session, String secret) {
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int ID_LENGTH = 36;

  /** Reads what a client presents; absent if it is no refresh token at all. */
  static Optional<RefreshToken> parse(String text) {
    if (text == null || text.length() != ID_LENGTH + 44 || text.charAt(ID_LENGTH) != '.') {
      return Optional.empty();
    }
    String secret = text.substring(ID_LENGTH + 1);
    try {
      return SECRET.matcher(secret).matches()
          ? Optional.of(new RefreshToken(SessionId.of(text.substring(0, ID_LENGTH)), secret))
          : Optional.empty();
    } catch (BusFailure notAnId) {
      return Optional.empty();
    }
  }

  /** A token of these 32 bytes. */
  static RefreshToken of(SessionId session, byte[] secret) {
    return new RefreshToken(
        session, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** What a client presents. */
  String text() {
    return session + "." + secret;
  }

  /** SHA-256 of the text, base64url: what is stored. */
  String hash() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Leaves the secret out: it must not reach a log. */
  @Override
  public String toString() {
    return "RefreshToken[" + session + "]";
  }
}
