package parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.config.ConfigReader;

class PersistenceConfigTest {
  @Test
  void hasADefaultForEverythingButTheDatabase() {
    ConfigReader reader = new ConfigReader(Map.of(), Map.of());
    PersistenceConfig config = PersistenceConfig.from(reader);
    assertEquals(0, reader.problems().size());
    assertNull(config.postgres());
    assertEquals(Duration.ofSeconds(5), config.limits().statementTimeout());
    assertEquals(
        "db", config.withPostgres(URI.create("postgresql://u:p@db/parley")).postgres().host());
    assertThrows(
        NullPointerException.class,
        () -> new PersistenceVerticle(config, new SimpleMeterRegistry()));
  }

  @Test
  void readsTheEnvironmentAndNeverShowsThePassword() {
    ConfigReader reader =
        new ConfigReader(
            Map.of("PARLEY_POSTGRES_URL", "postgresql://u:hidden@db:1234/parley"), Map.of());
    PersistenceConfig config = PersistenceConfig.from(reader);
    assertEquals(1234, config.postgres().port());
    assertFalse(config.toString().contains("hidden"));
  }

  @Test
  void refusesAllThatIsWrongAtOnce() {
    ConfigReader reader =
        new ConfigReader(
            Map.of(),
            Map.of(
                "postgres.url", "postgresql://u:hidden@db/parley?x=y",
                "postgres.lockTimeout", "10s",
                "persistence.appendLanes", "0"));
    PersistenceConfig.from(reader);
    assertEquals(3, reader.problems().size(), reader.problems().toString());
    assertFalse(reader.problems().toString().contains("hidden"));
  }
}
