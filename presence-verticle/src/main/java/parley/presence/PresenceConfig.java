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
 * @param settle for how long after a loss nobody is told to be offline
 * @param sweepPeriod how often rolls that ran out are looked for; less than half of {@code settle},
 *     or a quiet system looks as if nobody had been there to sweep it
 * @param gather how long a change waits for others that go to the same gateway
 */
public record PresenceConfig(
    Optional<URI> redis,
    Duration redisTimeout,
    Duration settle,
    Duration sweepPeriod,
    Duration gather) {
  /** Reads the settings; the address of Redis is shared with the other parts of Parley. */
  public static PresenceConfig from(ConfigReader in) {
    return new PresenceConfig(
        Servers.redis(in),
        in.duration(
            "presence.redisTimeout",
            Duration.ofMillis(500),
            Duration.ofMillis(50),
            Duration.ofMillis(900),
            "How long presence waits for Redis; less than the second that a health check takes."),
        in.duration(
            "presence.settle",
            Duration.ofSeconds(15),
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            "How long after a loss or a gap in Redis nobody is told to be offline, but unknown; as"
                + " long as gateways may take to report again who is there."),
        in.duration(
            "presence.sweepPeriod",
            Duration.ofSeconds(1),
            Duration.ofMillis(50),
            Duration.ofSeconds(2),
            "How often presence looks for gateways that no longer report; so much later at most"
                + " their people are told to be offline."),
        in.duration(
            "presence.gather",
            Duration.ofMillis(250),
            Duration.ofMillis(10),
            Duration.ofSeconds(5),
            "How long a change of presence waits for others that go to the same gateway; more"
                + " means fewer messages, and dots that change later."));
  }

  /** The same settings with a Redis at this address. */
  public PresenceConfig withRedis(URI address) {
    return new PresenceConfig(Optional.of(address), redisTimeout, settle, sweepPeriod, gather);
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    String place = redis.map(uri -> uri.getHost() + ":" + uri.getPort()).orElse("none");
    return "PresenceConfig[redis="
        + place
        + ", redisTimeout="
        + redisTimeout
        + ", settle="
        + settle
        + ", sweepPeriod="
        + sweepPeriod
        + ", gather="
        + gather
        + "]";
  }
}
