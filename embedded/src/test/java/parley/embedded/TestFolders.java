package parley.embedded;

import java.nio.file.Path;

/** Where tests keep what is too dear to unpack for each of them. */
final class TestFolders {
  static final Path CACHE = Path.of("target", "embedded-cache").toAbsolutePath();

  private TestFolders() {}
}
