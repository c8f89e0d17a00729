package parley.presence;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import parley.config.ConfigReader;
import parley.config.Servers;

/**
 * Settings of the presence context.
 *
 * @param redis {@code redis://:password@host:port}; absent means that this process has none
 * @param redisTimeout how long an answer of Redis is awaited
 */
public record PresenceConfig(Optional<URI> redis, Duration redisTimeout) {
  /** Reads the settings; the address of Redis is shared with the other parts of Parley. */
  public static PresenceConfig from(ConfigReader in) {
    return new PresenceConfig(
        Servers.redis(in),
        in.duration(
            "presence.redisTimeout",
            Duration.ofMillis(500),
            Duration.ofMillis(50),
            Duration.ofMillis(900),
            "How long presence waits for Redis; less than the second that a health check takes."));
  }

  /** The same settings with a Redis at this address. */
  public PresenceConfig withRedis(URI address) {
    return new PresenceConfig(Optional.of(address), redisTimeout);
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    String place = redis.map(uri -> uri.getHost() + ":" + uri.getPort()).orElse("none");
    return "PresenceConfig[redis=" + place + ", redisTimeout=" + redisTimeout + "]";
  }
}
