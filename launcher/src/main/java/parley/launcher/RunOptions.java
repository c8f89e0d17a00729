package parley.launcher;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import parley.embedded.EmbeddedServerException;
import picocli.CommandLine.Option;

/** What the process is asked to run; runs it until the process is told to stop. */
final class RunOptions {
  @Option(
      names = "--only",
      paramLabel = "PART[=N],…",
      description =
          "Only these parts (persistence, chat, presence, gateway), each with N instances, as a"
              + " member of a cluster. Needs PostgreSQL and Redis named by settings.")
  private String only;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A properties file with settings; the environment goes before it.")
  private Path config;

  /** Gives the exit code. */
  int run() {
    try {
      Parley parley = Parley.start(Settings.of(System.getenv(), config), roles(), System.out);
      return awaitStop(parley);
    } catch (StartFailure | EmbeddedServerException refused) {
      System.err.println(refused.getMessage());
      return 1;
    }
  }

  private ClusterRoles roles() {
    try {
      return only == null
          ? new ClusterRoles(Roles.everything(), false)
          : new ClusterRoles(Roles.parse(only), true);
    } catch (IllegalArgumentException refused) {
      throw new StartFailure("--only: " + refused.getMessage());
    }
  }

  private static int awaitStop(Parley parley) {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  System.out.println("Stopping …");
                  parley.stop();
                  stopped.countDown();
                },
                "parley-stop"));
    try {
      stopped.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
