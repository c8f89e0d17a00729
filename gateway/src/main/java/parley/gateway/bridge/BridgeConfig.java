package parley.gateway.bridge;

import java.time.Duration;
import parley.config.ConfigReader;

/**
 * The bounds of sockets.
 *
 * @param maxMessageBytes the largest message from a client
 * @param outboundCap bytes that may wait for a socket before it is closed as too slow
 * @param subscriptionsPerSocket addresses that one socket may listen to
 * @param socketsPerAccount sockets of one account in one gateway process
 * @param requestsInFlight requests of one socket that are answered at a time
 * @param requestsPerSecond requests of one account in the long run, in one gateway process
 * @param requestBurst requests of one account at once
 * @param admissionsPerSecond sockets that may be opened in one gateway process, also at once
 * @param resumesAtOnce resumes that one event loop works on at a time
 * @param pingPeriod how often the server asks a socket for a sign of life
 * @param silence without any frame for so long a socket is closed
 */
public record BridgeConfig(
    int maxMessageBytes,
    int outboundCap,
    int subscriptionsPerSocket,
    int socketsPerAccount,
    int requestsInFlight,
    int requestsPerSecond,
    int requestBurst,
    int admissionsPerSecond,
    int resumesAtOnce,
    Duration pingPeriod,
    Duration silence) {

  /** Reads {@code bridge.…}. */
  public static BridgeConfig from(ConfigReader in) {
    BridgeConfig config = read(in);
    if (config.silence().compareTo(config.pingPeriod().multipliedBy(2)) <= 0) {
      in.refuse("bridge.silence: must be more than twice bridge.pingPeriod");
    }
    return config;
  }

  private static BridgeConfig read(ConfigReader in) {
    return new BridgeConfig(
        in.integer(
            "bridge.maxMessageBytes",
            64 * 1024,
            16 * 1024,
            1024 * 1024,
            "The largest message from a browser, in bytes."),
        in.integer(
            "bridge.outboundCap",
            256 * 1024,
            64 * 1024,
            16 * 1024 * 1024,
            "Bytes that may wait for a socket before it is closed as too slow."),
        in.integer(
            "bridge.subscriptionsPerSocket",
            1_200,
            10,
            10_000,
            "Addresses that one socket may listen to."),
        in.integer(
            "bridge.socketsPerAccount",
            50,
            1,
            10_000,
            "Sockets that one account may have in one gateway process."),
        in.integer(
            "bridge.requestsInFlight",
            64,
            1,
            1_000,
            "Requests of one socket that are answered at a time."),
        in.integer(
            "bridge.requestsPerSecond",
            50,
            1,
            100_000,
            "Requests of one account per second in the long run, in one gateway process."),
        in.integer(
            "bridge.requestBurst",
            200,
            1,
            1_000_000,
            "Requests of one account at once, in one gateway process."),
        in.integer(
            "bridge.admissionsPerSecond",
            300,
            1,
            100_000,
            "Sockets that may be opened in one gateway process in a second, also at once; more are"
                + " asked to come back."),
        in.integer(
            "bridge.resumesAtOnce",
            8,
            1,
            1_000,
            "Resumes that one event loop works on at a time, 16 feeds of each; further ones wait."),
        in.duration(
            "bridge.pingPeriod",
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            "How often the server asks a socket for a sign of life."),
        in.duration(
            "bridge.silence",
            Duration.ofSeconds(25),
            Duration.ofSeconds(2),
            Duration.ofMinutes(5),
            "Without any frame for so long a socket is closed; more than twice the ping period."));
  }
}
