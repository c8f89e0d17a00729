package parley.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The settings that more than one module reads. Each key, its default and its sentence stand here
 * once. Values may hold a password: whoever keeps one leaves it out of {@code toString()}.
 */
public final class Servers {
  private Servers() {}

  /** The database of persistence; absent where the process brings one along. */
  public static Optional<URI> postgres(ConfigReader in) {
    return in.uri(
        "postgres.url",
        "",
        List.of("postgresql", "postgres"),
        "The PostgreSQL to use: postgresql://user:password@host:port/database."
            + " Empty: an embedded one.");
  }

  /** The Redis of gateways and presence; absent where the process brings one along. */
  public static Optional<URI> redis(ConfigReader in) {
    return in.uri(
        "redis.url",
        "",
        List.of("redis"),
        "The Redis to use, for shared sessions and presence: redis://:password@host:port."
            + " Empty: an embedded one.");
  }
}
