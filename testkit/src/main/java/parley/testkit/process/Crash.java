package parley.testkit.process;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The sudden death of a server's process: SIGKILL, without any warning. */
public final class Crash {
  private static final long LIMIT_SECONDS = 10;

  private Crash() {}

  /** Kills the process, if it lives, and waits until it is gone. */
  public static void of(long pid) {
    ProcessHandle.of(pid).ifPresent(Crash::kill);
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    try {
      process.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a server was dying.", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The server " + process.pid() + " does not die.", e);
    }
  }
}
