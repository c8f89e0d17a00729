package parley.gateway.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Clock;
import java.time.Duration;

/**
 * Puts a new signing key in front of those of a file, whole or not at all. It verifies at once and
 * signs after {@link #HEAD_START}, when every gateway has read it; the old ones verify what they
 * signed. Sessions go on.
 */
public final class KeyRotation {
  /** Gateways look at the file several times as often. */
  static final Duration HEAD_START = Duration.ofMinutes(2);

  /** No token lives longer, leeway of clocks included. */
  static final Duration LONGEST_TOKEN = Duration.ofMinutes(11);

  static final int MOST_KEYS = 3;

  private static final String OWNER_ONLY = "rw-------";

  private KeyRotation() {}

  /**
   * Rotates the keys of a file. Blocks.
   *
   * @return the name of the new key
   * @throws SigningKeysException if the file cannot be used, or a token of a key that would be
   *     dropped may still be around
   */
  public static String rotate(Path path, Clock clock) {
    Path lock = path.resolveSibling(path.getFileName() + ".lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // Until the channel is closed.
      channel.lock();
      SigningKeys before = SigningKeys.load(path);
      long now = clock.instant().getEpochSecond();
      refuseTooEarly(before, now);
      SigningKey fresh = SigningKey.generate().signingFrom(now + HEAD_START.toSeconds());
      replace(path, before.withFirst(fresh, MOST_KEYS));
      return fresh.kid();
    } catch (IOException refused) {
      throw new SigningKeysException("signing keys: cannot replace " + path, refused);
    }
  }

  private static void refuseTooEarly(SigningKeys keys, long now) {
    long free = keys.first().signsFrom() + LONGEST_TOKEN.toSeconds();
    if (keys.first().signsFrom() > 0 && now < free) {
      throw new SigningKeysException(
          "signing keys: rotated lately; again in " + ((free - now) / 60 + 1) + " minutes");
    }
  }

  private static void replace(Path path, SigningKeys keys) throws IOException {
    Path whole =
        Files.createTempFile(
            path.toAbsolutePath().getParent(),
            ".keys",
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
    try {
      Files.writeString(whole, keys.written());
      keepOwner(path, whole);
      Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /** Whoever rotates, often root, is not always who runs the gateway. */
  private static void keepOwner(Path from, Path to) throws IOException {
    UserPrincipal owner = Files.getOwner(from);
    if (!owner.equals(Files.getOwner(to))) {
      Files.setOwner(to, owner);
    }
  }
}
