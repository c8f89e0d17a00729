package parley.gateway.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id with the parameters that OWASP recommends: 19 MiB, 2 passes, 1 lane; about 20 ms of one
 * core. A password counts in its NFC form, so that two keyboards type the same one. Blocks.
 */
final class Argon2 {
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Belongs to nobody: checked in place of the hash of an account that does not exist. */
  static final String NOBODY = written(new byte[SALT_BYTES], new byte[HASH_BYTES]);

  private Argon2() {}

  /** The written form of the hash of a password, with a fresh salt. */
  static String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return written(salt, compute(password, MEMORY_KIB, PASSES, LANES, salt, HASH_BYTES));
  }

  /** Whether the password has this hash; compares in constant time. */
  static boolean matches(String password, String written) {
    PhcString known = PhcString.parse(written).orElseThrow(IllegalArgumentException::new);
    byte[] computed =
        compute(
            password,
            known.memoryKib(),
            known.passes(),
            known.lanes(),
            known.salt(),
            known.hash().length);
    return MessageDigest.isEqual(computed, known.hash());
  }

  private static String written(byte[] salt, byte[] hash) {
    return new PhcString(MEMORY_KIB, PASSES, LANES, salt, hash).encode();
  }

  private static byte[] compute(
      String password, int memoryKib, int passes, int lanes, byte[] salt, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] bytes =
        Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    byte[] hash = new byte[length];
    generator.generateBytes(bytes, hash);
    Arrays.fill(bytes, (byte) 0);
    return hash;
  }
}
