package parley.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import parley.contract.id.SessionId;

/**
 * Makes refresh tokens. A successor is computed, not drawn: the same token with the same nonce has
 * the same successor on every gateway, so that a repeat whose first answer was lost gets it again
 * although nobody stores tokens.
 */
final class RefreshTokens {
  private static final String MAC = "HmacSHA256";
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Supplier<SigningKeys> keys;

  RefreshTokens(Supplier<SigningKeys> keys) {
    this.keys = keys;
  }

  /** The first token of a session. */
  RefreshToken first(SessionId session) {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return RefreshToken.of(session, secret);
  }

  /** The token that replaces {@code presented} when it comes with {@code nonce}. */
  RefreshToken successor(RefreshToken presented, String nonce) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(keys.get().refreshSecret(), MAC));
      // None of the three can hold the separator.
      String input = presented.session() + "|" + presented.hash() + "|" + nonce;
      return RefreshToken.of(
          presented.session(), mac.doFinal(input.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
