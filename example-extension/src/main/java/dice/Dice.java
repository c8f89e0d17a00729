package dice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import parley.contract.id.UserId;

/**
 * Decides what a die shows: evenly, not to be foreseen by anybody who lacks the seed, and the same
 * for the same throw, so that nothing has to be remembered.
 */
final class Dice {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec seed;

  Dice(byte[] seed) {
    this.seed = new SecretKeySpec(seed, ALGORITHM);
  }

  DiceThrown thrown(ThrowDice request, UserId by) {
    String facts = by + " " + request.conversation() + " " + request.id() + " " + request.sides();
    long even = ByteBuffer.wrap(digest(facts)).getLong();
    int shows = 1 + (int) Long.remainderUnsigned(even, request.sides());
    return new DiceThrown(request.conversation(), by, request.id(), request.sides(), shows);
  }

  private byte[] digest(String facts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(seed);
      return mac.doFinal(facts.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
