package parley.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command that runs to its end within a limit, in an environment of its own. */
record Command(List<String> words) {

  static Command of(List<String> prefix, String... words) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(List.of(words));
    return new Command(List.copyOf(all));
  }

  /** Runs without output; true if it ended with zero in time. */
  boolean succeeds(Duration limit) {
    try {
      return exitCode(builder().redirectOutput(ProcessBuilder.Redirect.DISCARD), "", limit) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Runs with {@code input} on its standard input and everything it prints in {@code log}.
   *
   * @param task what it is for, as the middle of a sentence: "set up PostgreSQL"
   */
  void run(String task, String input, Path log, Duration limit) {
    try {
      int code = exitCode(builder().redirectOutput(log.toFile()), input, limit);
      if (code != 0) {
        throw new EmbeddedServerException(
            "Cannot " + task + " (exit code " + code + ")." + LogTail.of(log));
      }
    } catch (IOException e) {
      throw new EmbeddedServerException("Cannot " + task + ": " + e.getMessage() + ".", e);
    }
  }

  ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    // Variables such as PGPORT or LD_PRELOAD of whoever started us must not reach a server.
    builder.environment().clear();
    builder.environment().put("PATH", Programs.searchPath());
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    builder.directory(Path.of("/").toFile());
    return builder;
  }

  private int exitCode(ProcessBuilder builder, String input, Duration limit) throws IOException {
    Process process = ForkThread.start(builder);
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(UTF_8));
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw Interruption.of(e);
    }
    process.destroyForcibly();
    throw new IOException(words.get(0) + " did not end within " + limit.toSeconds() + " s");
  }
}
