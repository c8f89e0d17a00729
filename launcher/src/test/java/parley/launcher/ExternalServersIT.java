package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import parley.testkit.bridge.Person;
import parley.testkit.servers.PostgresExtension;
import parley.testkit.servers.RedisExtension;

/** Everything in one process on servers that are named: it brings none of its own. */
class ExternalServersIT {
  @RegisterExtension static final PostgresExtension POSTGRES = PostgresExtension.shared();
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  @TempDir Path first;
  @TempDir Path second;

  @Test
  void keepsEverythingInTheServersThatAreNamedAndStartsNone() {
    Map<String, String> named =
        Map.of("PARLEY_POSTGRES_URL", POSTGRES.uri(), "PARLEY_REDIS_URL", REDIS.uri());
    Person ada;
    try (TestParley parley = TestParley.start(first, named)) {
      ada = parley.signUp("ada");
    }
    try (TestParley parley = TestParley.start(second, named)) {
      Person again = Person.logIn(parley.people, parley.port(), "ada");
      assertEquals(ada.account(), again.account(), "found with another data folder");
    }
    for (Path folder : new Path[] {first, second}) {
      assertFalse(Files.exists(folder.resolve("postgres")), "no PostgreSQL of its own");
      assertFalse(Files.exists(folder.resolve("redis")), "no Redis of its own");
    }
  }
}
