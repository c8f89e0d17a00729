package parley.launcher;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.embedded.EmbeddedServerException;
import picocli.CommandLine.Option;

/** What the process is asked to run; runs it until the process is told to stop. */
final class RunOptions {
  private static final Logger log = LoggerFactory.getLogger(RunOptions.class);

  @Option(
      names = "--only",
      paramLabel = "PART[=N],…",
      description =
          "Only these parts (persistence, chat, presence, extensions, gateway), each with N"
              + " instances, as a member of a cluster. Needs PostgreSQL and Redis named by"
              + " settings.")
  private String only;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A properties file with settings; the environment goes before it.")
  private Path config;

  /** Gives the exit code. */
  int run() {
    try {
      Parley parley = Parley.start(settings(config), roles(), System.out);
      return awaitStop(parley);
    } catch (StartFailure | EmbeddedServerException refused) {
      System.err.println(refused.getMessage());
      return 1;
    } catch (IllegalStateException failed) {
      log.debug("launcher.start.failed", failed);
      System.err.println("Parley does not start: " + reason(failed));
      return 1;
    }
  }

  /** The environment of this process and, if one is named, a properties file. */
  static Settings settings(Path config) {
    return Settings.of(System.getenv(), config);
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

  /** What a part says, in one line; the type if it says nothing. */
  private static String reason(IllegalStateException failed) {
    Throwable cause = failed.getCause() == null ? failed : failed.getCause();
    return Stream.ofNullable(cause.getMessage())
        .flatMap(String::lines)
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse(failed.getMessage() + " (" + cause.getClass().getSimpleName() + ")");
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
