package parley.launcher.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.testkit.network.Direction.TO_CLIENT;
import static parley.testkit.network.Direction.TO_SERVER;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import parley.launcher.TestParley;
import parley.launcher.delivery.Signs;
import parley.launcher.delivery.Trial;
import parley.launcher.delivery.Verdict;
import parley.testkit.bridge.Await;
import parley.testkit.network.Cut;
import parley.testkit.network.FaultProxy;
import parley.testkit.servers.PostgresExtension;
import parley.testkit.servers.RedisExtension;

/**
 * Model clients write and listen while the network breaks: between them and the gateway, and
 * between Parley and its servers. What each wrote down is judged by the oracle.
 */
class BrokenNetworkFaultIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** What only the answer to a message that was sent has on the wire. */
  private static final String ACKNOWLEDGEMENT = "\"body\":{\"message\":";

  private static final int CLIENTS = 3;
  private static final int CUTS = 3;
  private static final int BETWEEN = 12;

  @RegisterExtension static final PostgresExtension POSTGRES = PostgresExtension.shared();
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  @TempDir static Path data;

  private static FaultProxy postgres;
  private static FaultProxy redis;
  private static FaultProxy door;
  private static FaultProxy otherDoor;
  private static TestParley parley;

  @BeforeAll
  static void start() {
    postgres = FaultProxy.before(URI.create(POSTGRES.uri()).getPort());
    redis = FaultProxy.before(URI.create(REDIS.uri()).getPort());
    parley =
        TestParley.start(
            data,
            Map.of(
                "PARLEY_POSTGRES_URL",
                through(postgres, POSTGRES.uri()),
                "PARLEY_REDIS_URL",
                through(redis, REDIS.uri()),
                "PARLEY_BRIDGE_REQUEST_BURST",
                "100000",
                "PARLEY_BRIDGE_REQUESTS_PER_SECOND",
                "100000"));
    door = FaultProxy.before(parley.port());
    otherDoor = FaultProxy.before(parley.port());
  }

  @AfterAll
  static void stop() {
    List.of(door, otherDoor).forEach(FaultProxy::close);
    parley.close();
    List.of(postgres, redis).forEach(FaultProxy::close);
  }

  @Test
  void acknowledgedIsKeptWhereverConnectionsBreak() {
    long seed = System.nanoTime();
    System.out.println("broken network: seed " + seed);
    Random random = new Random(seed);
    List<Integer> ports = List.of(door.port(), otherDoor.port());
    try (Trial trial = Trial.open(parley.people, data, POSTGRES.uri(), ports, CLIENTS, seed)) {
      trial.talk(20);
      trial.awaitMore(BETWEEN);
      cutConnectionsToPeople(trial, random);
      silenceConnectionsToPeople(trial);
      cutConnectionsAroundCommits(trial, random);
      silenceConnectionsToServers(trial);
      Verdict verdict = trial.end();
      System.out.println(verdict);
      assertEquals(List.of(), verdict.violations());
      assertTrue(verdict.tally().connections() > CUTS + CLIENTS, verdict::toString);
      assertTrue(verdict.tally().repeated() >= CUTS, verdict::toString);
    }
  }

  private static void cutConnectionsToPeople(Trial trial, Random random) {
    for (int i = 0; i < CUTS; i++) {
      Cut cut = cut(random.nextBoolean() ? door : otherDoor, random);
      trial.awaitMore(BETWEEN);
      if (!cut.happened()) {
        // Nobody may have come by that door; all choose again, and reach it sooner or later.
        List.of(door, otherDoor).forEach(FaultProxy::resetAll);
        Await.until("a connection was cut", PATIENCE, cut::happened);
      }
      trial.awaitMore(BETWEEN);
    }
  }

  private static void silenceConnectionsToPeople(Trial trial) {
    Signs before = trial.signs();
    List.of(door, otherDoor).forEach(FaultProxy::halfOpen);
    // One whose connection was cut just now may be between two sockets.
    Await.until("silence is noticed", PATIENCE, () -> trial.signs().since(before).closed() > 0);
    List.of(door, otherDoor).forEach(FaultProxy::heal);
    trial.awaitMore(BETWEEN);
  }

  private static void cutConnectionsAroundCommits(Trial trial, Random random) {
    for (int i = 0; i < CUTS; i++) {
      Cut cut = postgres.cutBefore(TO_CLIENT, "COMMIT", 1 + random.nextInt(3));
      trial.awaitMore(BETWEEN);
      Await.until("a connection was cut", PATIENCE, cut::happened);
    }
  }

  private static void silenceConnectionsToServers(Trial trial) {
    Signs before = trial.signs();
    assertTrue(redis.resetAll() > 0);
    List.of(postgres, redis).forEach(FaultProxy::halfOpen);
    Await.until(
        "requests are refused", PATIENCE, () -> trial.signs().since(before).postponed() >= CLIENTS);
    List.of(postgres, redis).forEach(FaultProxy::heal);
    trial.awaitMore(BETWEEN);
  }

  /** At an arbitrary byte of what comes next, or just before an acknowledgement arrives. */
  private static Cut cut(FaultProxy proxy, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> proxy.cutAfter(TO_SERVER, 1 + random.nextInt(3_000));
      case 1 -> proxy.cutAfter(TO_CLIENT, 1 + random.nextInt(6_000));
      default -> proxy.cutBefore(TO_CLIENT, ACKNOWLEDGEMENT, 1 + random.nextInt(4));
    };
  }

  private static String through(FaultProxy proxy, String uri) {
    int port = URI.create(uri).getPort();
    return uri.replace(":" + port + "/", ":" + proxy.port() + "/");
  }
}
