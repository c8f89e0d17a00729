package parley.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL's programs, unpacked once per version: initdb, pg_ctl and postgres, nothing else. */
record PostgresBinaries(Path folder) {

  static synchronized PostgresBinaries unpackedIn(Path cache) {
    Path folder = cache.resolve("postgres-" + Versions.of("postgres"));
    if (!Files.isDirectory(folder)) {
      unpack(Platform.current().postgresArchive(), folder);
    }
    return new PostgresBinaries(folder);
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static void unpack(String archive, Path folder) {
    Path parts = folder.resolveSibling(folder.getFileName() + "." + ProcessHandle.current().pid());
    Folders.createAfresh(parts);
    try (InputStream in = PostgresBinaries.class.getResourceAsStream(archive)) {
      if (in == null) {
        throw new EmbeddedServerException("This build carries no " + archive + ".");
      }
      Archive.unpack(in, parts);
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "PostgreSQL cannot be unpacked to " + folder + ": " + Reason.of(e) + ".", e);
    }
    Folders.publish(parts, folder);
  }
}
