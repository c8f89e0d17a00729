package parley.embedded;

import java.time.Duration;

/**
 * How an embedded PostgreSQL runs.
 *
 * @param fsync whether a commit waits for the disk; without, what was committed outlives a crash of
 *     the server but not one of the machine
 * @param port port on 127.0.0.1; 0 takes any free one
 * @param startTimeout how long a start may take, recovery after a crash included
 */
public record PostgresOptions(boolean fsync, int port, Duration startTimeout) {

  /** Durable, on any free port, two minutes to start. */
  public static PostgresOptions defaults() {
    return new PostgresOptions(true, 0, Duration.ofMinutes(2));
  }

  public PostgresOptions withFsync(boolean value) {
    return new PostgresOptions(value, port, startTimeout);
  }

  public PostgresOptions withPort(int value) {
    return new PostgresOptions(fsync, value, startTimeout);
  }

  public PostgresOptions withStartTimeout(Duration value) {
    return new PostgresOptions(fsync, port, value);
  }
}
