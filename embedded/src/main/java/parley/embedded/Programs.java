package parley.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds programs of the operating system on the search path. */
final class Programs {
  private Programs() {}

  static Optional<Path> find(String name) {
    for (String folder : searchPath().split(":")) {
      Path program = Path.of(folder, name);
      if (!folder.isEmpty() && Files.isExecutable(program) && Files.isRegularFile(program)) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }

  static boolean has(String name) {
    return find(name).isPresent();
  }

  static String searchPath() {
    String path = System.getenv("PATH");
    return path == null || path.isEmpty() ? "/usr/local/bin:/usr/bin:/bin" : path;
  }
}
