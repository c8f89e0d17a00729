package parley.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The redis-server to run: an installed one that is new enough, else the one packed in here. */
record RedisBinary(Path program, boolean unpacked) {
  private static final Pattern VERSION = Pattern.compile("\\bv=(\\d{1,4})\\.(\\d{1,4})");
  private static final int OLDEST = 602;
  private static final Duration PROBE = Duration.ofSeconds(10);

  static RedisBinary find(Path cache) {
    return installed(Folders.create(cache))
        .map(program -> new RedisBinary(program, false))
        .orElseGet(() -> new RedisBinary(unpackedIn(cache), true));
  }

  /** Whether {@code redis-server --version} printed 6.2 or newer. */
  static boolean isNewEnough(String printed) {
    Matcher version = VERSION.matcher(printed);
    return version.find()
        && Integer.parseInt(version.group(1)) * 100 + Integer.parseInt(version.group(2)) >= OLDEST;
  }

  private static Optional<Path> installed(Path cache) {
    return Programs.find("redis-server")
        .filter(program -> isNewEnough(versionOf(program, cache.resolve("redis-version.log"))));
  }

  private static String versionOf(Path program, Path output) {
    try {
      Command.of(List.of(), program.toString(), "--version")
          .run("ask redis-server for its version", "", output, PROBE);
      return Files.readString(output);
    } catch (EmbeddedServerException | IOException e) {
      return "";
    }
  }

  private static synchronized Path unpackedIn(Path cache) {
    Path program = cache.resolve("redis-server-" + Versions.of("redis"));
    if (Files.isExecutable(program)) {
      return program;
    }
    Path part = cache.resolve(program.getFileName() + "." + ProcessHandle.current().pid());
    try (InputStream in = RedisBinary.class.getResourceAsStream(Platform.current().redisBinary())) {
      if (in == null) {
        throw new EmbeddedServerException("This build carries no redis-server.");
      }
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
      return Files.move(part, program, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "Redis cannot be unpacked to " + program + ": " + Reason.of(e) + ".", e);
    }
  }
}
