package parley.gateway.session;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signing keys of a running process: those of the file as it was read last. The file is looked
 * at every {@value #PERIOD_MS} ms; one that cannot be used leaves the keys as they are. One per
 * process; any thread may ask.
 */
public final class KeyRing implements Supplier<SigningKeys> {
  private static final Logger log = LoggerFactory.getLogger(KeyRing.class);
  private static final long PERIOD_MS = 15_000;

  private final Path path;
  private volatile SigningKeys keys;
  private Stamp read;
  private boolean unusable;
  private long timer = -1;

  private KeyRing(Path path, Stamp read, SigningKeys keys) {
    this.path = path;
    this.read = read;
    this.keys = keys;
  }

  /**
   * Reads the keys. Blocks.
   *
   * @throws SigningKeysException if they cannot be used
   */
  public static KeyRing load(Path path) {
    // In this order: what is written in between is read again.
    Stamp before = Files.exists(path) ? stamp(path) : null;
    return new KeyRing(path, before, SigningKeys.load(path));
  }

  /** The keys as of now; the same object until the file changes. */
  @Override
  public SigningKeys get() {
    return keys;
  }

  /** Begins to look at the file, off the event loop. */
  public void watch(Vertx vertx) {
    timer = vertx.setPeriodic(PERIOD_MS, tick -> vertx.executeBlocking(this::look));
  }

  /** Stops looking. */
  public void stop(Vertx vertx) {
    vertx.cancelTimer(timer);
  }

  /** Reads the keys again if the file is another. Blocks. Tells whether they changed. */
  synchronized boolean look() {
    try {
      Stamp found = stamp(path);
      if (Objects.equals(found, read)) {
        return false;
      }
      keys = SigningKeys.load(path);
      read = found;
      unusable = false;
      log.info("gateway.session.keys.changed keys={}", keys);
      return true;
    } catch (SigningKeysException kept) {
      if (!unusable) {
        log.warn("gateway.session.keys.kept cause={}", kept.getMessage());
      }
      unusable = true;
      return false;
    }
  }

  private static Stamp stamp(Path path) {
    try {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      return new Stamp(found.lastModifiedTime(), found.size(), found.fileKey());
    } catch (IOException unreadable) {
      throw new SigningKeysException("signing keys: not readable: " + path, unreadable);
    }
  }

  /** What tells one content of the file from another. */
  private record Stamp(FileTime modified, long size, Object file) {}
}
