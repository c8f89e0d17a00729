package parley.gateway.redis;

import java.net.URI;
import java.util.Optional;
import parley.config.ConfigReader;
import parley.config.Servers;

/**
 * Where Redis is.
 *
 * @param url {@code redis://:password@host:port}; absent means that this process has none
 */
public record RedisConfig(Optional<URI> url) {
  /** Reads the settings; the key is shared with the other parts of Parley. */
  public static RedisConfig from(ConfigReader in) {
    return new RedisConfig(Servers.redis(in));
  }

  /** A Redis at this address, whatever the settings say. */
  public static RedisConfig at(URI url) {
    return new RedisConfig(Optional.of(url));
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "RedisConfig[" + url.map(u -> u.getHost() + ":" + u.getPort()).orElse("none") + "]";
  }
}
