package parley.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A live process, a child of this JVM or one that an earlier JVM left behind. */
record RunningProcess(ProcessHandle handle) {
  private static final Duration SIGNALLING = Duration.ofSeconds(5);
  private static final Duration DEATH = Duration.ofSeconds(10);

  static RunningProcess of(ProcessHandle handle) {
    return new RunningProcess(handle);
  }

  /**
   * The process of that id, if it lives and has {@code argument} on its command line. Ids are used
   * again, above all in containers: a number in an old file proves nothing by itself.
   */
  static Optional<RunningProcess> find(long pid, Path argument) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> arguments(handle).contains(argument.toString()))
        .map(RunningProcess::of);
  }

  /** Sends the signal, waits, and past the limit kills. Nothing happens to a dead process. */
  void stop(String signal, Duration limit) {
    if (!handle.isAlive()) {
      return;
    }
    Command.of(List.of(), "sh", "-c", "kill -" + signal + " " + handle.pid()).succeeds(SIGNALLING);
    if (hasEndedWithin(limit)) {
      return;
    }
    handle.destroyForcibly();
    if (!hasEndedWithin(DEATH)) {
      throw new EmbeddedServerException(
          "The process " + handle.pid() + " of an embedded server cannot be ended.");
    }
  }

  private boolean hasEndedWithin(Duration limit) {
    try {
      handle.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }

  private static List<String> arguments(ProcessHandle handle) {
    return List.of(handle.info().arguments().orElse(new String[0]));
  }
}
