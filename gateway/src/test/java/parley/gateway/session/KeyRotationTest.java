package parley.gateway.session;

import static java.time.ZoneOffset.UTC;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final Instant FREE =
      NOW.plus(KeyRotation.HEAD_START).plus(KeyRotation.LONGEST_TOKEN);

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void create() {
    path = folder.resolve("keys.jwks");
    SigningKeys.create(path);
  }

  @Test
  void putsANewKeyInFrontForItsOwnerAlone() throws IOException {
    SigningKeys before = SigningKeys.load(path);

    String kid = KeyRotation.rotate(path, at(NOW));

    SigningKeys after = SigningKeys.load(path);
    assertEquals(List.of(kid, before.first().kid()), kids(after));
    assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(path));
    assertEquals(before.first(), after.signing(NOW.getEpochSecond()));
    assertEquals(kid, after.signing(NOW.plus(KeyRotation.HEAD_START).getEpochSecond()).kid());
  }

  @Test
  void keepsTheSecretOfRefreshTokensSoThatSessionsGoOn() throws IOException {
    // As files were before they held the secret.
    JsonObject old = new JsonObject(Files.readString(path));
    old.remove("refreshSecret");
    Files.writeString(path, old.encode());
    byte[] before = SigningKeys.load(path).refreshSecret();

    KeyRotation.rotate(path, at(NOW));
    KeyRotation.rotate(path, at(FREE));

    assertArrayEquals(before, SigningKeys.load(path).refreshSecret());
  }

  @Test
  void keepsThreeKeysAtMost() {
    String oldest = SigningKeys.load(path).first().kid();
    Instant now = NOW;
    for (int i = 0; i < 3; i++) {
      KeyRotation.rotate(path, at(now));
      now = now.plus(KeyRotation.HEAD_START).plus(KeyRotation.LONGEST_TOKEN);
    }

    SigningKeys keys = SigningKeys.load(path);

    assertEquals(KeyRotation.MOST_KEYS, keys.all().size());
    assertFalse(kids(keys).contains(oldest));
  }

  @Test
  void refusesWhileTokensOfTheKeyBeforeMayBeAround() throws IOException {
    KeyRotation.rotate(path, at(NOW));
    String written = Files.readString(path);

    SigningKeysException refused =
        assertThrows(
            SigningKeysException.class, () -> KeyRotation.rotate(path, at(FREE.minusSeconds(1))));

    assertTrue(refused.getMessage().contains("1 minutes"), refused.getMessage());
    assertEquals(written, Files.readString(path));
  }

  @Test
  void refusesAFileThatIsNone() {
    assertThrows(
        SigningKeysException.class,
        () -> KeyRotation.rotate(folder.resolve("absent.jwks"), at(NOW)));
  }

  @Test
  void ringTakesANewFileAndKeepsItsKeysWhereItCannotBeUsed() throws IOException {
    KeyRing ring = KeyRing.load(path);
    SigningKeys first = ring.get();
    assertFalse(ring.look());
    assertSame(first, ring.get());

    KeyRotation.rotate(path, at(NOW));
    assertTrue(ring.look());
    SigningKeys second = ring.get();
    assertEquals(2, second.all().size());

    Files.writeString(path, "nonsense");
    assertFalse(ring.look());
    Files.delete(path);
    assertFalse(ring.look());
    assertSame(second, ring.get());

    SigningKeys.create(path);
    assertTrue(ring.look());
  }

  private static List<String> kids(SigningKeys keys) {
    return keys.all().stream().map(SigningKey::kid).toList();
  }

  private static Clock at(Instant time) {
    return Clock.fixed(time, UTC);
  }
}
