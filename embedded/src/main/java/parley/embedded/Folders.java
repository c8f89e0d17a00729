package parley.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders that appear whole or not at all, private to their owner. */
final class Folders {
  private Folders() {}

  /** Creates a folder with mode 0700 and its parents; an existing one is left as it is. */
  static Path create(Path folder) {
    try {
      return Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The folder " + folder + " cannot be created: " + Reason.of(e) + ".", e);
    }
  }

  /** The one absolute name of an existing folder, without symbolic links. */
  static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The folder " + folder + " cannot be read: " + Reason.of(e) + ".", e);
    }
  }

  /** Creates an empty folder in place of whatever an interrupted attempt left there. */
  static Path createAfresh(Path folder) {
    delete(folder);
    return create(folder);
  }

  /** Gives a finished folder its final name; if another process was faster, theirs stands. */
  static void publish(Path finished, Path name) {
    try {
      Files.move(finished, name, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isDirectory(name)) {
        throw new EmbeddedServerException(
            "The folder " + name + " cannot be created: " + Reason.of(e) + ".", e);
      }
      delete(finished);
    }
  }

  /** Deletes a folder with all that is in it; nothing happens if there is none. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The folder " + folder + " cannot be deleted: " + Reason.of(e) + ".", e);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
