package parley.gateway.session;

import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * One key of the file: P-256, for ES256 alone. Its parts are 32 bytes each, base64url.
 *
 * @param kid names the key in a token
 * @param x first coordinate of the public point
 * @param y second coordinate of the public point
 * @param d the private part
 * @param signsFrom from when on it may sign, seconds since 1970; until then it only verifies
 */
record SigningKey(String kid, String x, String y, String d, long signsFrom) {
  private static final int PART_BYTES = 32;
  private static final String CURVE = "secp256r1";

  SigningKey {
    for (String part : new String[] {x, y, d}) {
      if (part == null || Base64.getUrlDecoder().decode(part).length != PART_BYTES) {
        throw new IllegalArgumentException("a part of the key is missing or has another length");
      }
    }
    if (kid == null || kid.isBlank() || kid.length() > 100) {
      throw new IllegalArgumentException("kid");
    }
  }

  /** A new key, named by its thumbprint (RFC 7638). */
  static SigningKey generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(CURVE));
      KeyPair pair = generator.generateKeyPair();
      ECPoint point = ((ECPublicKey) pair.getPublic()).getW();
      String x = written(point.getAffineX());
      String y = written(point.getAffineY());
      return new SigningKey(
          thumbprint(x, y), x, y, written(((ECPrivateKey) pair.getPrivate()).getS()), 0);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The same, to sign from a later time on. */
  SigningKey signingFrom(long seconds) {
    return new SigningKey(kid, x, y, d, seconds);
  }

  /** As a JSON Web Key with the private part. */
  JsonObject withPrivatePart() {
    return publicPart().put("d", d);
  }

  /** As a JSON Web Key that can only verify. */
  JsonObject publicPart() {
    return new JsonObject()
        .put("kty", "EC")
        .put("crv", "P-256")
        .put("alg", "ES256")
        .put("use", "sig")
        .put("kid", kid)
        .put("x", x)
        .put("y", y);
  }

  /** The private part's bytes, from which other secrets can be derived. */
  byte[] secret() {
    return Base64.getUrlDecoder().decode(d);
  }

  /** Whether the private and the public part belong together. */
  boolean isSound() {
    try {
      KeyFactory factory = KeyFactory.getInstance("EC");
      PrivateKey mine = factory.generatePrivate(new ECPrivateKeySpec(number(d), curve()));
      PublicKey theirs =
          factory.generatePublic(new ECPublicKeySpec(new ECPoint(number(x), number(y)), curve()));
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(mine);
      signature.update(secret());
      byte[] signed = signature.sign();
      signature.initVerify(theirs);
      signature.update(secret());
      return signature.verify(signed);
    } catch (GeneralSecurityException unsound) {
      return false;
    }
  }

  /** Leaves the private part out. */
  @Override
  public String toString() {
    return "SigningKey[" + kid + "]";
  }

  private static ECParameterSpec curve() throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(CURVE));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }

  private static BigInteger number(String part) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(part));
  }

  private static String written(BigInteger number) {
    byte[] signed = number.toByteArray();
    byte[] part = new byte[PART_BYTES];
    int kept = Math.min(signed.length, PART_BYTES);
    System.arraycopy(signed, signed.length - kept, part, PART_BYTES - kept, kept);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(part);
    Arrays.fill(part, (byte) 0);
    return text;
  }

  private static String thumbprint(String x, String y) throws GeneralSecurityException {
    String canonical = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}";
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }
}
