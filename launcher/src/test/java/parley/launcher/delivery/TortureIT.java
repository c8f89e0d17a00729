package parley.launcher.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import parley.testkit.servers.PostgresExtension;
import parley.testkit.servers.RedisExtension;

/**
 * Everything is broken by turns while four people write. A short run with a new seed in every
 * build; {@code -Dtorture.minutes=N -Dtorture.seed=S} makes a long one, see docs/testing.md.
 */
class TortureIT {
  private static final Duration SHORT = Duration.ofSeconds(40);
  private static final int WRITERS = 4;

  @RegisterExtension static final PostgresExtension POSTGRES = PostgresExtension.dedicated();
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.dedicated();

  @TempDir static Path folder;

  @Test
  void acknowledgedIsKeptWhateverHappens() {
    long minutes = Long.getLong("torture.minutes", 0);
    long seed = Long.getLong("torture.seed", System.currentTimeMillis() % 100_000);
    Duration length = minutes == 0 ? SHORT : Duration.ofMinutes(minutes);
    System.out.println("torture.seed=" + seed);
    try (Stage stage = Stage.set(folder, POSTGRES, REDIS, WRITERS, seed)) {
      Outcome outcome = Torture.run(stage.trial, stage.faults(), length, seed, stage.port(1));
      System.out.println(outcome.table());
      assertEquals(List.of(), outcome.failures());
    }
  }
}
