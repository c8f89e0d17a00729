package parley.embedded;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The one thread that starts processes, alive as long as the JVM. A child's parent-death signal is
 * bound to the thread that forked it, not to the process: forked from a pool's thread, a server
 * would be stopped when that pool shrinks.
 */
final class ForkThread {
  private static final ExecutorService THREAD =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "parley-embedded-fork");
            thread.setDaemon(true);
            return thread;
          });

  private ForkThread() {}

  static Process start(ProcessBuilder builder) throws IOException {
    try {
      return THREAD.submit(builder::start).get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }
}
