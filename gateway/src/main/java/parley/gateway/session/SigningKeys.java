package parley.gateway.session;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import parley.contract.BusFailure;
import parley.contract.Json;

/**
 * The keys that sign access tokens: a JWKS file with private parts that only its owner may read.
 * The first key that may do so signs, all verify, so that a key can be put in front and the old one
 * be taken away once its tokens have expired. All gateways need the same file. Immutable.
 */
public final class SigningKeys {
  private static final int MAX_KEYS = 10;
  private static final long MAX_BYTES = 64 * 1024;
  private static final String OWNER_ONLY = "rw-------";
  private static final Set<PosixFilePermission> ALLOWED =
      PosixFilePermissions.fromString(OWNER_ONLY);
  private static final byte[] REFRESH_INFO = {'p', 'a', 'r', 'l', 'e', 'y', ' ', 'r', 't', '1'};

  private static final int SECRET_BYTES = 32;

  private final List<SigningKey> keys;
  private final byte[] refreshSecret;

  private SigningKeys(List<SigningKey> keys, byte[] refreshSecret) {
    this.keys = List.copyOf(keys);
    this.refreshSecret = refreshSecret;
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
      return parse(Files.readString(path), path);
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
    SigningKey first = SigningKey.generate();
    SigningKeys created = new SigningKeys(List.of(first), derived(first));
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

  /** The newest key. */
  SigningKey first() {
    return keys.get(0);
  }

  /** The key that signs at a time in seconds since 1970; the oldest if none may yet. */
  SigningKey signing(long now) {
    return keys.stream()
        .filter(key -> key.signsFrom() <= now)
        .findFirst()
        .orElseGet(() -> keys.get(keys.size() - 1));
  }

  /** The same with a new key before them, of which the last give way; {@code most} in all. */
  SigningKeys withFirst(SigningKey key, int most) {
    List<SigningKey> all = new ArrayList<>(keys);
    all.add(0, key);
    return new SigningKeys(all.subList(0, Math.min(most, all.size())), refreshSecret);
  }

  /** All keys, to verify with. */
  List<SigningKey> all() {
    return keys;
  }

  /**
   * A secret for the successors of refresh tokens. In a file that holds none it is derived from the
   * first key (HKDF-SHA-256). Rotation keeps it, since with another one a repeated refresh gets
   * another successor, for which persistence ends the session.
   */
  byte[] refreshSecret() {
    return refreshSecret.clone();
  }

  private static byte[] derived(SigningKey key) {
    HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
    hkdf.init(new HKDFParameters(key.secret(), null, REFRESH_INFO));
    byte[] secret = new byte[SECRET_BYTES];
    hkdf.generateBytes(secret, 0, secret.length);
    return secret;
  }

  /** Names the keys, without their parts. */
  @Override
  public String toString() {
    return keys.toString();
  }

  /** The content of a file. */
  String written() {
    JsonArray all = new JsonArray();
    keys.forEach(key -> all.add(key.withPrivatePart().put("signsFrom", key.signsFrom())));
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(refreshSecret);
    return new JsonObject().put("keys", all).put("refreshSecret", secret).encodePrettily() + "\n";
  }

  private static SigningKeys parse(String json, Path path) {
    List<SigningKey> keys;
    byte[] secret;
    try {
      KeyFile file = Json.decodeLeniently(json, KeyFile.class);
      keys = file.keys().stream().map(KeyEntry::key).toList();
      secret = file.secret();
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
    return new SigningKeys(keys, secret == null ? derived(keys.get(0)) : secret);
  }

  private record KeyFile(List<KeyEntry> keys, String refreshSecret) {
    /** Null where there is none. */
    byte[] secret() {
      if (refreshSecret == null) {
        return null;
      }
      byte[] secret = Base64.getUrlDecoder().decode(refreshSecret);
      if (secret.length != SECRET_BYTES) {
        throw new IllegalArgumentException("refreshSecret");
      }
      return secret;
    }
  }

  private record KeyEntry(
      String kty,
      String crv,
      String alg,
      String kid,
      String x,
      String y,
      String d,
      Long signsFrom) {
    SigningKey key() {
      if (!"EC".equals(kty) || !"P-256".equals(crv) || !(alg == null || "ES256".equals(alg))) {
        throw new IllegalArgumentException("another kind of key");
      }
      return new SigningKey(kid, x, y, d, signsFrom == null ? 0 : signsFrom);
    }
  }
}
