package parley.embedded;

import java.time.Duration;

/**
 * How an embedded Redis runs.
 *
 * @param port port on 127.0.0.1; 0 takes any free one
 * @param startTimeout how long a start may take, loading the data included
 */
public record RedisOptions(int port, Duration startTimeout) {

  /** Any free port, one minute to start. */
  public static RedisOptions defaults() {
    return new RedisOptions(0, Duration.ofMinutes(1));
  }

  public RedisOptions withPort(int value) {
    return new RedisOptions(value, startTimeout);
  }
}
