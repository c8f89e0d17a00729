package parley.gateway.session;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import parley.contract.BusFailure;
import parley.contract.Json;

/**
 * The keys that sign access tokens: a JWKS file with private parts that only its owner may read.
 * The first key signs, all verify, so that a key can be put in front and the old one be taken away
 * once its tokens have expired. All gateways need the same file. Immutable.
 */
public final class SigningKeys {
  private static final int MAX_KEYS = 10;
  private static final long MAX_BYTES = 64 * 1024;
  private static final String OWNER_ONLY = "rw-------";
  private static final Set<PosixFilePermission> ALLOWED =
      PosixFilePermissions.fromString(OWNER_ONLY);
  private static final byte[] REFRESH_INFO = {'p', 'a', 'r', 'l', 'e', 'y', ' ', 'r', 't', '1'};

  private final List<SigningKey> keys;

  private SigningKeys(List<SigningKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Reads the keys. Blocks.
   *
   * @throws SigningKeysException if there is no such file, others may read it, or it holds no keys
   */
  public static SigningKeys load(Path path) {
    try {
      if (!Files.isRegularFile(path)) {
        throw new SigningKeysException("signing keys: no file " + path);
      }
      if (!ALLOWED.containsAll(Files.getPosixFilePermissions(path))) {
        throw new SigningKeysException(
            "signing keys: others may read " + path + "; its mode must be 0600");
      }
      if (Files.size(path) > MAX_BYTES) {
        throw new SigningKeysException("signing keys: too long: " + path);
      }
      return new SigningKeys(parse(Files.readString(path), path));
    } catch (IOException unreadable) {
      throw new SigningKeysException("signing keys: not readable: " + path, unreadable);
    }
  }

  /**
   * Writes a file with one new key, whole or not at all, that only its owner may read. Blocks.
   *
   * @throws SigningKeysException if it exists already or cannot be written
   */
  public static SigningKeys create(Path path) {
    SigningKeys created = new SigningKeys(List.of(SigningKey.generate()));
    Path folder = path.toAbsolutePath().getParent();
    try {
      Path whole =
          Files.createTempFile(
              folder,
              ".keys",
              ".tmp",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
      try {
        Files.writeString(whole, created.written());
        // A link, not a move: it never replaces keys that are there.
        Files.createLink(path, whole);
      } finally {
        Files.delete(whole);
      }
      return created;
    } catch (IOException refused) {
      throw new SigningKeysException("signing keys: cannot create " + path, refused);
    }
  }

  /** The key that signs. */
  SigningKey first() {
    return keys.get(0);
  }

  /** All keys, to verify with. */
  List<SigningKey> all() {
    return keys;
  }

  /**
   * A secret for the successors of refresh tokens, derived from the first key (HKDF-SHA-256). With
   * another first key a repeated refresh gets another successor, which persistence refuses.
   */
  byte[] refreshSecret() {
    HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
    hkdf.init(new HKDFParameters(first().secret(), null, REFRESH_INFO));
    byte[] secret = new byte[32];
    hkdf.generateBytes(secret, 0, secret.length);
    return secret;
  }

  /** Names the keys, without their parts. */
  @Override
  public String toString() {
    return keys.toString();
  }

  private String written() {
    JsonArray all = new JsonArray();
    keys.forEach(key -> all.add(key.withPrivatePart()));
    return new JsonObject().put("keys", all).encodePrettily() + "\n";
  }

  private static List<SigningKey> parse(String json, Path path) {
    List<SigningKey> keys;
    try {
      keys = Json.decodeLeniently(json, KeyFile.class).keys().stream().map(KeyEntry::key).toList();
    } catch (BusFailure | IllegalArgumentException | NullPointerException unreadable) {
      // Without the cause: it may quote the key.
      throw new SigningKeysException(
          "signing keys: not a JWKS file with private P-256 keys for ES256: " + path);
    }
    boolean named = keys.stream().map(SigningKey::kid).distinct().count() == keys.size();
    if (keys.isEmpty() || keys.size() > MAX_KEYS || !named) {
      throw new SigningKeysException(
          "signing keys: 1 to " + MAX_KEYS + " keys with different kid expected: " + path);
    }
    for (SigningKey key : keys) {
      if (!key.isSound()) {
        throw new SigningKeysException("signing keys: " + key.kid() + " is unsound: " + path);
      }
    }
    return keys;
  }

  private record KeyFile(List<KeyEntry> keys) {}

  private record KeyEntry(
      String kty, String crv, String alg, String kid, String x, String y, String d) {
    SigningKey key() {
      if (!"EC".equals(kty) || !"P-256".equals(crv) || !(alg == null || "ES256".equals(alg))) {
        throw new IllegalArgumentException("another kind of key");
      }
      return new SigningKey(kid, x, y, d);
    }
  }
}
