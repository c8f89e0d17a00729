package dice;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import parley.config.ConfigReader;
import parley.config.Secret;

/**
 * What the dice are told.
 *
 * @param seed decides every throw; empty takes one at random at each start
 */
record DiceConfig(Secret seed) {
  private static final int RANDOM_BYTES = 32;

  static DiceConfig from(ConfigReader in) {
    return new DiceConfig(
        in.secret(
            "dice.seed",
            "What decides the throws; needed, and equal, where several processes throw dice."));
  }

  byte[] seedBytes() {
    if (!seed.isEmpty()) {
      return seed.value().getBytes(StandardCharsets.UTF_8);
    }
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    return random;
  }
}
