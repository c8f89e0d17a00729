package parley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void environmentBeatsFileAndFileBeatsDefault() {
    Map<String, String> environment = Map.of("PARLEY_ONE", "environment");
    Map<String, String> file = Map.of("one", "file", "two", "file");
    ConfigReader in = new ConfigReader(environment, file);
    assertEquals("environment", in.text("one", "default", "."));
    assertEquals("file", in.text("two", "default", "."));
    assertEquals("default", in.text("three", "default", "."));
    assertEquals(List.of(), in.problems());
  }

  @ParameterizedTest
  @CsvSource({
    "port, PARLEY_PORT",
    "gateway.accessTtl, PARLEY_GATEWAY_ACCESS_TTL",
    "postgres.url, PARLEY_POSTGRES_URL",
    "http2.maxFrames, PARLEY_HTTP2_MAX_FRAMES"
  })
  void variableIsTheNameInUpperSnakeCase(String name, String variable) {
    assertEquals(variable, new ConfigKey(name, "text", "", ".").variable());
  }

  @Test
  void everythingElseInTheEnvironmentIsIgnored() {
    ConfigReader in = new ConfigReader(Map.of("PARLEY_OTHER", "x", "HOME", "/"), Map.of());
    in.text("one", "", ".");
    assertEquals(List.of(), in.problems());
  }

  @Test
  void allProblemsAreToldAtOnceAndWithoutTheValues() {
    Map<String, String> environment =
        Map.of("PARLEY_PORT", "hunter2", "PARLEY_TTL", "7weeks", "PARLEY_FLAG", "maybe");
    ConfigReader in = new ConfigReader(environment, Map.of("prot", "8080", "redis.url", "http:x"));
    assertEquals(8080, in.integer("port", 8080, 1, 65_535, "."));
    assertEquals(SECOND, in.duration("ttl", SECOND, SECOND, DAY, "."));
    assertTrue(in.flag("flag", true, "."));
    in.uri("redis.url", "", List.of("redis"), ".");
    in.refuse("a and b exclude each other");
    List<String> problems = in.problems();
    assertEquals(6, problems.size(), problems.toString());
    assertTrue(problems.contains("prot: no such setting"));
    assertTrue(problems.get(0).startsWith("PARLEY_PORT (port): "), problems.get(0));
    assertTrue(problems.get(0).endsWith("whole number, 1 to 65535"), problems.get(0));
    assertFalse(problems.toString().contains("hunter2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "", "8080.0", "0x10", "99999999999"})
  void integerRefusesWhatIsNotWithinItsBounds(String bad) {
    ConfigReader in = reader("port", bad);
    assertEquals(8080, in.integer("port", 8080, 1, 65_535, "."));
    assertEquals(1, in.problems().size());
  }

  @ParameterizedTest
  @CsvSource({"1500ms, 1500", "10s, 10000", "5m, 300000", "2h, 7200000", "1d, 86400000"})
  void durationIsANumberAndAUnit(String text, long ms) {
    ConfigReader in = reader("ttl", text);
    assertEquals(Duration.ofMillis(ms), in.duration("ttl", SECOND, SECOND, DAY, "."));
    assertEquals(List.of(), in.problems());
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "999ms", "2d", "-5s", "5 s", "s", "9999999999s"})
  void durationRefusesWhatIsNotWithinItsBounds(String bad) {
    ConfigReader in = reader("ttl", bad);
    assertEquals(SECOND, in.duration("ttl", SECOND, SECOND, DAY, "."));
    assertEquals(1, in.problems().size());
  }

  @Test
  void readsPathsListsFlagsAndUris() {
    ConfigReader in =
        new ConfigReader(
            Map.of(
                "PARLEY_DATA", " ./data ",
                "PARLEY_PROXIES", "10.0.0.0/8, ,::1",
                "PARLEY_FLAG", "false",
                "PARLEY_REDIS_URL", "redis://:pass@localhost:6379"),
            Map.of());
    assertEquals(Optional.of(Path.of("./data")), in.path("data", "", "."));
    assertEquals(Optional.empty(), in.path("key", "", "."));
    assertEquals(List.of("10.0.0.0/8", "::1"), in.list("proxies", "", "."));
    assertFalse(in.flag("flag", true, "."));
    assertEquals(
        Optional.of(URI.create("redis://:pass@localhost:6379")),
        in.uri("redis.url", "", List.of("redis"), "."));
    assertEquals(List.of(), in.problems());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://host", "redis:host", "redis://", "localhost:6379", "redis://a b"})
  void uriRefusesOtherSchemesAndMissingHosts(String bad) {
    ConfigReader in = reader("redis.url", bad);
    assertEquals(Optional.empty(), in.uri("redis.url", "", List.of("redis", "rediss"), "."));
    assertEquals(1, in.problems().size());
  }

  @Test
  void aSecretIsNeverShown() {
    ConfigReader in = reader("password", "hunter2");
    Secret secret = in.secret("password", "The password.");
    assertEquals("hunter2", secret.value());
    assertFalse(secret.toString().contains("hunter2"));
    assertTrue(new Secret("").isEmpty());
  }

  @Test
  void keysAreListedInTheOrderOfAskingWithShapeAndDefault() {
    ConfigReader in = new ConfigReader(Map.of(), Map.of());
    in.integer("port", 8080, 1, 65_535, "Where to listen.");
    in.duration("ttl", Duration.ofMinutes(5), SECOND, DAY, "How long it lives.");
    assertEquals(
        List.of(
            new ConfigKey("port", "whole number, 1 to 65535", "8080", "Where to listen."),
            new ConfigKey("ttl", "duration, 1s to 1d", "5m", "How long it lives.")),
        in.keys());
  }

  private static ConfigReader reader(String name, String value) {
    return new ConfigReader(Map.of(), Map.of(name, value));
  }
}
