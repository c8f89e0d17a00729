package parley.launcher.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.http.HttpMethod;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.id.ConversationId;
import parley.launcher.Metrics;
import parley.launcher.Talk;
import parley.launcher.TestParley;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;

/**
 * Several sockets send what no client should, while somebody talks as one should. A short run in
 * every build; {@code -Dfuzz.minutes=N -Dfuzz.seed=S} makes a long one, see docs/testing.md.
 */
class FuzzIT {
  private static final int SOCKETS = 8;
  private static final int FRAMES = 20;
  private static final Duration SHORT = Duration.ofSeconds(4);
  private static final long LEAK_BYTES = 32L * 1024 * 1024;

  @TempDir static Path data;

  private static TestParley parley;
  private static Person mallory;
  private static Person grace;
  private static Vocabulary words;

  @BeforeAll
  static void start() {
    parley =
        TestParley.start(
            data,
            Map.of(
                "PARLEY_BRIDGE_REQUEST_BURST", "1000000",
                "PARLEY_BRIDGE_REQUESTS_PER_SECOND", "100000"));
    mallory = parley.signUp("mallory");
    grace = parley.signUp("grace");
    try (BridgeClient mallorys = connect(mallory);
        BridgeClient graces = connect(grace)) {
      ConversationId own = Talk.createRoom(mallorys, "Mallory's");
      ConversationId foreign = Talk.createRoom(graces, "Grace's");
      words = Vocabulary.of(mallory.account(), own, foreign, grace.account());
    }
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  @Test
  void answersTypedAndStaysHealthy() {
    assumeTrue(minutes() == 0, "a long run is asked for");
    run(SHORT, 1);
  }

  @Test
  void answersTypedAndStaysHealthyWithAnotherSeedEachTime() {
    run(minutes() == 0 ? SHORT : Duration.ofMinutes(minutes()), seed());
  }

  private static void run(Duration length, long seed) {
    System.out.println("fuzz.seed=" + seed);
    List<FuzzSocket> sockets = sockets(seed);
    try (ErrorLog log = new ErrorLog();
        HonestTalk honest = new HonestTalk(connect(grace))) {
      round(sockets, honest);
      long heap = heapInUse();
      long end = System.nanoTime() + length.toNanos();
      while (System.nanoTime() < end) {
        round(sockets, honest);
      }
      sockets.forEach(FuzzSocket::close);
      honest.awaitHeard();
      Await.until("sockets are forgotten", () -> openSockets() == 1);
      Await.until("memory is given back", () -> heapInUse() < heap + LEAK_BYTES);
      assertEquals(List.of(), log.errors(), "logged as errors");
    }
    Person.call(parley.people, parley.port(), HttpMethod.GET, "/health/ready", null, null)
        .expect(200);
  }

  private static void round(List<FuzzSocket> sockets, HonestTalk honest) {
    sockets.forEach(socket -> socket.send(FRAMES));
    honest.say();
    for (FuzzSocket socket : sockets) {
      socket.awaitAnswer();
      assertNull(socket.wrong());
    }
  }

  /** Half of them raw, half of them framed by SockJS. */
  private static List<FuzzSocket> sockets(long seed) {
    List<FuzzSocket> sockets = new ArrayList<>();
    for (int i = 0; i < SOCKETS; i++) {
      FrameGrammar grammar = new FrameGrammar(seed * SOCKETS + i, words);
      sockets.add(
          new FuzzSocket(parley.people, parley.port(), mallory.accessToken(), i % 2 == 1, grammar));
    }
    return sockets;
  }

  private static BridgeClient connect(Person person) {
    return person.connect(parley.people, parley.port());
  }

  private static double openSockets() {
    return Metrics.read(parley, "gateway_sockets_open");
  }

  private static long heapInUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static int minutes() {
    return Integer.getInteger("fuzz.minutes", 0);
  }

  private static long seed() {
    return Long.getLong("fuzz.seed", new Random().nextInt());
  }
}
