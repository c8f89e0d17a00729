package parley.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.config.ConfigReader;

class PresenceConfigTest {
  private static final String ADDRESS = "redis://:hunter2@localhost:6379";

  @Test
  void readsTheSharedAddressAndItsOwnSettings() {
    Map<String, String> environment =
        Map.of(
            "PARLEY_REDIS_URL",
            ADDRESS,
            "PARLEY_PRESENCE_REDIS_TIMEOUT",
            "250ms",
            "PARLEY_PRESENCE_SETTLE",
            "1m",
            "PARLEY_PRESENCE_SWEEP_PERIOD",
            "2s",
            "PARLEY_PRESENCE_GATHER",
            "100ms");
    assertEquals(
        new PresenceConfig(
            Optional.of(URI.create(ADDRESS)),
            Duration.ofMillis(250),
            Duration.ofMinutes(1),
            Duration.ofSeconds(2),
            Duration.ofMillis(100)),
        PresenceConfig.from(new ConfigReader(environment, Map.of())));
  }

  @Test
  void refusesATimeoutThatAHealthCheckCouldNotAwait() {
    ConfigReader in = new ConfigReader(Map.of("PARLEY_PRESENCE_REDIS_TIMEOUT", "1s"), Map.of());
    PresenceConfig.from(in);
    assertEquals(1, in.problems().size());
  }

  @Test
  void aQuietSystemIsSweptOftenEnoughToBeSettled() {
    ConfigReader in =
        new ConfigReader(
            Map.of("PARLEY_PRESENCE_SETTLE", "4s", "PARLEY_PRESENCE_SWEEP_PERIOD", "3s"), Map.of());
    PresenceConfig.from(in);
    assertEquals(2, in.problems().size());
  }

  @Test
  void neverShowsThePassword() {
    PresenceConfig none = PresenceConfig.from(new ConfigReader(Map.of(), Map.of()));
    PresenceConfig some = none.withRedis(URI.create(ADDRESS));
    assertFalse(some.toString().contains("hunter2"), some.toString());
    assertEquals(
        "PresenceConfig[redis=none, redisTimeout=PT0.5S, settle=PT15S, sweepPeriod=PT1S,"
            + " gather=PT0.25S]",
        none.toString());
  }
}
