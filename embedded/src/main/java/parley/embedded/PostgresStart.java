package parley.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One start of PostgreSQL on its cluster: ends what a killed JVM left behind, starts the server and
 * waits until it takes connections. What passes by itself (memory that dying backends still hold, a
 * port taken in the meantime) is tried again within the limit.
 */
final class PostgresStart {
  static final Duration STOP = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(10);
  private static final Duration RETRY = Duration.ofMillis(100);
  private static final List<String> PASSING =
      List.of("is still in use", "lock file \"postmaster.pid\" already exists", "Address already");

  private final PostgresBinaries binaries;
  private final PostgresCluster cluster;
  private final Account account;
  private final PostgresOptions options;
  private final Deadline deadline;

  /** How the attempt before ended; empty at the first. */
  private String before = "";

  PostgresStart(
      PostgresBinaries binaries,
      PostgresCluster cluster,
      Account account,
      PostgresOptions options) {
    this.binaries = binaries;
    this.cluster = cluster;
    this.account = account;
    this.options = options;
    this.deadline = Deadline.in(options.startTimeout());
  }

  /** A server that takes connections, and its port. */
  record Started(ServerProcess process, int port) {}

  Started run() {
    endOrphan();
    while (true) {
      int port = options.port() == 0 ? FreePort.find() : options.port();
      ServerProcess server = ServerProcess.start(account, "INT", cluster.log(), words(port));
      if (becomesReady(server)) {
        return new Started(server, port);
      }
      if (deadline.hasPassed() || !mayPass(server.log())) {
        throw new EmbeddedServerException("PostgreSQL did not start." + LogTail.of(server.log()));
      }
      before = "\nThe attempt before failed." + LogTail.of(server.log());
      deadline.pause(RETRY);
    }
  }

  private boolean becomesReady(ServerProcess server) {
    while (!PostmasterFile.read(cluster.postmasterFile()).isReady(server.pid())) {
      if (server.hasEndedWithin(POLL)) {
        return false;
      }
      if (deadline.hasPassed()) {
        server.stop("INT", STOP);
        throw new EmbeddedServerException(
            "PostgreSQL was not ready within "
                + options.startTimeout().toSeconds()
                + " s."
                + LogTail.of(server.log())
                + before);
      }
    }
    return true;
  }

  private void endOrphan() {
    OptionalLong pid = PostmasterFile.read(cluster.postmasterFile()).pid();
    if (pid.isEmpty()) {
      return;
    }
    Optional<RunningProcess> orphan = RunningProcess.find(pid.getAsLong(), cluster.files());
    orphan.ifPresent(process -> process.stop("INT", STOP));
    if (orphan.isEmpty() && ProcessHandle.of(pid.getAsLong()).isPresent()) {
      forgetStranger();
    }
  }

  // After a reboot or in a new container the number may belong to any program, and PostgreSQL would
  // refuse to start. Nobody else can own this cluster: its folder is locked by this process.
  private void forgetStranger() {
    try {
      Files.deleteIfExists(cluster.postmasterFile());
    } catch (IOException e) {
      throw new EmbeddedServerException("A stale postmaster.pid cannot be deleted.", e);
    }
  }

  private static boolean mayPass(Path log) {
    try {
      String tail = LogTail.read(log);
      return PASSING.stream().anyMatch(tail::contains);
    } catch (IOException e) {
      return false;
    }
  }

  private List<String> words(int port) {
    return List.of(
        binaries.program("postgres"),
        "-D",
        cluster.files().toString(),
        "--listen_addresses=127.0.0.1",
        "--port=" + port,
        "--unix_socket_directories=",
        "--fsync=" + (options.fsync() ? "on" : "off"),
        "--synchronous_commit=on",
        "--full_page_writes=on",
        "--timezone=UTC",
        "--log_timezone=UTC",
        // Errors of statements go to the client that sent them; here they could quote its text.
        "--log_min_messages=log",
        "--log_min_error_statement=panic",
        "--log_checkpoints=off");
  }
}
