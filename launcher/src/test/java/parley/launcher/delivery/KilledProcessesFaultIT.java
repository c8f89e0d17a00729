package parley.launcher.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import parley.launcher.ParleyCluster;
import parley.launcher.ParleyCluster.Member;
import parley.testkit.servers.PostgresExtension;
import parley.testkit.servers.RedisExtension;

/** Every kind of process is killed in turn while four people write, one of whom is sent away. */
class KilledProcessesFaultIT {
  private static final int PEOPLE_COUNT = 4;
  private static final long PAUSE_MS = 30;
  private static final int BETWEEN = 60;
  private static final long LEAST_ACKNOWLEDGED = 500;

  @RegisterExtension static final PostgresExtension POSTGRES = PostgresExtension.shared();
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  @TempDir static Path folder;

  private static final Vertx PEOPLE = Vertx.vertx();

  private static List<Integer> ports;
  private static ParleyCluster cluster;

  @BeforeAll
  static void start() {
    int first = ParleyCluster.freePorts(2);
    ports = List.of(first, first + 1);
    cluster = ParleyCluster.start(PEOPLE, folder, POSTGRES.uri(), REDIS.uri(), members());
  }

  @AfterAll
  static void stop() {
    PEOPLE.close();
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void acknowledgedIsKeptWhateverIsKilled() {
    try (Trial trial = Trial.open(PEOPLE, folder, POSTGRES.uri(), ports, PEOPLE_COUNT, 1)) {
      trial.talk(PAUSE_MS);
      trial.awaitMore(BETWEEN);
      Signs gateway = kill(trial, "gateway-1");
      trial.removeAndReturn(ports.get(1));
      Signs other = kill(trial, "gateway-2");
      Signs chat = kill(trial, "chat-1");
      Signs persistence = kill(trial, "persistence-1");
      Verdict verdict = trial.end();
      assertEquals(List.of(), verdict.violations());
      assertEquals(1, trial.absences());
      assertTrue(gateway.closed() >= 1, "nobody noticed the first gateway");
      assertTrue(other.closed() >= PEOPLE_COUNT, "not all had gone to the second gateway");
      assertTrue(chat.postponed() >= 1, "nobody noticed the chat");
      assertTrue(persistence.postponed() >= 1, "nobody noticed the persistence");
      assertTrue(verdict.tally().acknowledged() >= LEAST_ACKNOWLEDGED, verdict.toString());
    }
  }

  /** Kills it, lets people write on, starts it again; gives what they met meanwhile. */
  private static Signs kill(Trial trial, String name) {
    Signs before = trial.signs();
    cluster.kill(name);
    trial.awaitMore(BETWEEN);
    cluster.restart(PEOPLE, name);
    trial.awaitMore(BETWEEN);
    return trial.signs().since(before);
  }

  private static List<Member> members() {
    return List.of(
        new Member("persistence-1", "persistence", Map.of()),
        new Member("persistence-2", "persistence,presence", Map.of()),
        new Member("chat-1", "chat", Map.of()),
        new Member("chat-2", "chat", Map.of()),
        new Member("gateway-1", "gateway", Map.of("PARLEY_PORT", "" + ports.get(0))),
        new Member("gateway-2", "gateway", Map.of("PARLEY_PORT", "" + ports.get(1))));
  }
}
