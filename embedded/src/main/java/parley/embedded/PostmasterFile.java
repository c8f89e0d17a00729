package parley.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** What a PostgreSQL server says about itself in postmaster.pid: its process, then its state. */
record PostmasterFile(List<String> lines) {
  private static final int PID = 0;
  private static final int STATUS = 7;

  static PostmasterFile read(Path file) {
    try {
      return new PostmasterFile(Files.readString(file, UTF_8).lines().map(String::strip).toList());
    } catch (NoSuchFileException e) {
      return new PostmasterFile(List.of());
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The file " + file + " cannot be read: " + Reason.of(e) + ".", e);
    }
  }

  /** The server's process; empty if there is no file or it is still being written. */
  OptionalLong pid() {
    return line(PID).matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(line(PID)))
        : OptionalLong.empty();
  }

  /** Whether that process accepts connections. */
  boolean isReady(long process) {
    return pid().equals(OptionalLong.of(process)) && line(STATUS).equals("ready");
  }

  private String line(int index) {
    return index < lines.size() ? lines.get(index) : "";
  }
}
