package parley.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** One start of Redis on its files: ends an orphan, starts the server, waits until it answers. */
final class RedisStart {
  static final Duration STOP = Duration.ofSeconds(15);
  private static final Duration POLL = Duration.ofMillis(10);
  private static final Duration RETRY = Duration.ofMillis(100);

  private final Path program;
  private final RedisFiles files;
  private final Account account;
  private final RedisOptions options;
  private final Deadline deadline;

  RedisStart(Path program, RedisFiles files, Account account, RedisOptions options) {
    this.program = program;
    this.files = files;
    this.account = account;
    this.options = options;
    this.deadline = Deadline.in(options.startTimeout());
  }

  /** A server that answers, its port and its password. */
  record Started(ServerProcess process, int port, String password) {}

  Started run() {
    endOrphan();
    String password = files.password();
    while (true) {
      int port = options.port() == 0 ? FreePort.find() : options.port();
      files.configure(port, password);
      account.own(files.home());
      account.own(files.configuration());
      ServerProcess server = ServerProcess.start(account, "TERM", files.log(), words());
      if (becomesReady(server, new RedisProbe(port, password))) {
        return new Started(server, port, password);
      }
      if (deadline.hasPassed() || !portWasTaken(server.log())) {
        throw new EmbeddedServerException("Redis did not start." + LogTail.of(server.log()));
      }
      deadline.pause(RETRY);
    }
  }

  private boolean becomesReady(ServerProcess server, RedisProbe probe) {
    while (!probe.answers()) {
      if (server.hasEndedWithin(POLL)) {
        return false;
      }
      if (deadline.hasPassed()) {
        server.stop("TERM", STOP);
        throw new EmbeddedServerException(
            "Redis was not ready within "
                + options.startTimeout().toSeconds()
                + " s."
                + LogTail.of(server.log()));
      }
    }
    return true;
  }

  private void endOrphan() {
    OptionalLong pid = files.lastPid();
    if (pid.isPresent()) {
      RunningProcess.find(pid.getAsLong(), files.configuration())
          .ifPresent(orphan -> orphan.stop("TERM", STOP));
    }
  }

  private static boolean portWasTaken(Path log) {
    try {
      return LogTail.read(log).contains("Failed listening on port");
    } catch (IOException e) {
      return false;
    }
  }

  private List<String> words() {
    return List.of(program.toString(), files.configuration().toString());
  }
}
