package parley.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a server's log, for an error message: at most 15 lines and 4 KiB. */
final class LogTail {
  private static final int MAX_BYTES = 4_096;
  private static final int MAX_LINES = 15;

  private LogTail() {}

  /** A sentence with the lines, beginning with a space; what is missing is said. */
  static String of(Path log) {
    try {
      List<String> lines = read(log).lines().toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - MAX_LINES), lines.size());
      return " The end of " + log + ":\n" + String.join("\n", last);
    } catch (IOException e) {
      return " Its log " + log + " cannot be read.";
    }
  }

  /** The same lines alone; empty if there is no log. */
  static String read(Path log) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(0, file.length() - MAX_BYTES));
      byte[] bytes = new byte[(int) Math.min(MAX_BYTES, file.length())];
      int length = Math.max(0, file.read(bytes));
      return new String(bytes, 0, length, UTF_8);
    }
  }
}
