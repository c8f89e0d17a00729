package parley.gateway.password;

import parley.config.ConfigReader;

/**
 * How many password hashes may be under way.
 *
 * @param queue how many may wait for a free thread; one more is refused with UNAVAILABLE
 */
public record PasswordConfig(int queue) {
  /** Reads the settings. */
  public static PasswordConfig from(ConfigReader in) {
    return new PasswordConfig(
        in.integer(
            "password.queue",
            200,
            1,
            10_000,
            "How many log-ins and sign-ups may wait for their hash, of about 20 ms each."));
  }
}
