package parley.gateway.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {
  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void choosePath() {
    path = folder.resolve("keys.jwks");
  }

  @Test
  void readsWhatItCreated() {
    SigningKeys created = SigningKeys.create(path);
    SigningKeys loaded = SigningKeys.load(path);

    assertEquals(created.all(), loaded.all());
    assertArrayEquals(created.refreshSecret(), loaded.refreshSecret());
    assertFalse(loaded.toString().contains(loaded.first().d()));
  }

  @Test
  void createsAFileForItsOwnerAloneAndNothingElse() throws IOException {
    SigningKeys.create(path);

    assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(path));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(path), files.toList());
    }
  }

  @Test
  void neverReplacesKeys() throws IOException {
    SigningKeys.create(path);
    String before = Files.readString(path);

    assertThrows(SigningKeysException.class, () -> SigningKeys.create(path));

    assertEquals(before, Files.readString(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rwx------", "rw-rw-rw-"})
  void refusesAFileThatOthersMayRead(String mode) throws IOException {
    SigningKeys.create(path);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));

    String message =
        assertThrows(SigningKeysException.class, () -> SigningKeys.load(path)).getMessage();

    assertTrue(message.contains("0600"), message);
  }

  @Test
  void refusesAMissingFileByName() {
    String message =
        assertThrows(SigningKeysException.class, () -> SigningKeys.load(path)).getMessage();

    assertTrue(message.contains(path.toString()), message);
  }

  @Test
  void refusesKeysThatCannotSign() throws IOException {
    JsonObject good = SigningKey.generate().withPrivatePart();
    JsonObject other = SigningKey.generate().withPrivatePart();
    refuses("");
    refuses("{}");
    refuses("{\"keys\":[]}");
    refuses("{\"keys\":[null]}");
    refuses(file(good.copy().put("kty", "RSA")));
    refuses(file(good.copy().put("crv", "P-384")));
    refuses(file(good.copy().put("alg", "HS256")));
    refuses(file(without(good, "d")));
    refuses(file(without(good, "kid")));
    refuses(file(good.copy().put("d", "AAAA")));
    refuses(file(good.copy().put("d", "not base64!")));
    refuses(file(good.copy().put("d", other.getString("d"))));
    refuses(file(good, good));
    write(file(good, other));
    assertEquals(2, SigningKeys.load(path).all().size());
  }

  @Test
  void derivesAnotherSecretFromAnotherKey() {
    byte[] one = SigningKeys.create(path).refreshSecret();
    byte[] two = SigningKeys.create(folder.resolve("other.jwks")).refreshSecret();

    assertFalse(Arrays.equals(one, two));
  }

  private void refuses(String content) throws IOException {
    write(content);
    SigningKeysException refused =
        assertThrows(SigningKeysException.class, () -> SigningKeys.load(path), content);
    assertTrue(refused.getMessage().startsWith("signing keys: "));
  }

  private void write(String content) throws IOException {
    Files.writeString(path, content);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
  }

  private static String file(JsonObject... keys) {
    return new JsonObject().put("keys", new JsonArray(List.of(keys))).encode();
  }

  private static JsonObject without(JsonObject key, String part) {
    JsonObject less = key.copy();
    less.remove(part);
    return less;
  }
}
