package parley.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A running server: a direct child of this JVM that the kernel stops when the JVM dies in any way.
 * It has a session of its own, so Ctrl+C in a terminal reaches the JVM alone and the order of a
 * shutdown stays the JVM's decision.
 */
final class ServerProcess {
  private final Process process;
  private final Path log;

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a server, with what it prints in {@code log}; the log of the run before is kept beside
   * it.
   *
   * @param deathSignal what the kernel sends when this JVM dies: INT or TERM
   */
  static ServerProcess start(Account account, String deathSignal, Path log, List<String> words) {
    List<String> command = new ArrayList<>();
    command.addAll(account.prefix());
    if (Programs.has("setsid")) {
      command.add("setsid");
    }
    // Last, because a change of account clears the signal.
    if (Programs.has("setpriv")) {
      command.addAll(List.of("setpriv", "--pdeathsig", deathSignal));
    }
    command.addAll(words);
    try {
      keepPrevious(log);
      ProcessBuilder builder = new Command(command).builder().redirectOutput(log.toFile());
      builder.redirectInput(Path.of("/dev/null").toFile());
      return new ServerProcess(ForkThread.start(builder), log);
    } catch (IOException e) {
      throw new EmbeddedServerException("Cannot start " + words.get(0) + ".", e);
    }
  }

  private static void keepPrevious(Path log) throws IOException {
    if (Files.exists(log)) {
      Path previous = log.resolveSibling(log.getFileName() + ".previous");
      Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  Path log() {
    return log;
  }

  CompletableFuture<Void> onExit() {
    return process.onExit().thenApply(ended -> null);
  }

  /** Waits; true if the server has ended. */
  boolean hasEndedWithin(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }

  /** Asks the server to stop and, past the limit, ends it by force. Safe to repeat. */
  void stop(String signal, Duration limit) {
    RunningProcess.of(process.toHandle()).stop(signal, limit);
  }
}
