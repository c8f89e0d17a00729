package parley.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one folder that keeps everything embedded servers must not lose, held exclusively from {@link
 * #open} to {@link #close}. The operating system gives the lock back when the process dies in any
 * way, so a crash never leaves a folder locked.
 */
public final class DataFolder implements AutoCloseable {
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final Path cache;
  private final FileChannel channel;

  private DataFolder(Path path, Path cache, FileChannel channel) {
    this.path = path;
    this.cache = cache;
    this.channel = channel;
  }

  /** Opens {@code path}, with unpacked server binaries kept in its folder {@code cache}. */
  public static DataFolder open(Path path) {
    return open(path, path.resolve("cache"));
  }

  /**
   * Opens a data folder; creates it, readable by its owner alone, where it is missing.
   *
   * @param cache where unpacked server binaries are kept; may be shared by several data folders and
   *     deleted while none is open
   * @throws DataFolderInUse if any live process, this one included, has it open
   * @throws EmbeddedServerException if it cannot be created or written, or anybody could write to
   *     it
   */
  public static DataFolder open(Path path, Path cache) {
    Path real = Folders.real(Folders.create(path));
    refuseIfWritableByAnybody(real);
    // Asked before the lock file is touched: closing any handle on it in this process would
    // silently give up the lock that this process already holds.
    if (!OPEN.add(real)) {
      throw new DataFolderInUse(real, Long.toString(ProcessHandle.current().pid()));
    }
    try {
      return new DataFolder(real, cache.toAbsolutePath().normalize(), lock(real));
    } catch (RuntimeException e) {
      OPEN.remove(real);
      throw e;
    }
  }

  /** The folder, absolute. */
  public Path path() {
    return path;
  }

  /** Where unpacked server binaries are kept, absolute; made when first needed. */
  Path cache() {
    return cache;
  }

  /** Gives the folder back. Servers that live in it must have been stopped. Safe to repeat. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new EmbeddedServerException("The data folder " + path + " cannot be unlocked.", e);
    } finally {
      OPEN.remove(path);
    }
  }

  private static FileChannel lock(Path folder) {
    Path file = folder.resolve("lock");
    try {
      FileChannel channel = openPrivately(file);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new DataFolderInUse(folder, Files.readString(file, US_ASCII).strip());
      }
      channel.truncate(0);
      channel.write(US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
      return channel;
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The data folder " + folder + " cannot be locked: " + Reason.of(e) + ".", e);
    }
  }

  private static FileChannel openPrivately(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private static void refuseIfWritableByAnybody(Path folder) {
    try {
      if (Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE)) {
        throw new EmbeddedServerException(
            "The data folder " + folder + " can be written by anybody; choose one of your own.");
      }
    } catch (IOException e) {
      throw new EmbeddedServerException("The data folder " + folder + " cannot be read.", e);
    }
  }
}
