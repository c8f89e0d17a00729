package parley.launcher.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.CloseCode;
import parley.contract.id.ConversationId;
import parley.launcher.Metrics;
import parley.launcher.Talk;
import parley.launcher.TestParley;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;

/**
 * One socket in ten stops to read while messages are published: it costs no more than its bound, is
 * closed with the code that tells it to resume, and the others get everything in order. How long
 * messages take before and meanwhile is printed, not judged: that depends on the machine.
 */
class SlowReadersIT {
  private static final int SOCKETS_PER_ROOM = 50;
  private static final int SLOW_PER_ROOM = 5;
  private static final int CLOSE_PER_ROOM = 2;
  private static final Duration PHASE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration ARRIVAL = Duration.ofSeconds(30);
  private static final long HEAP_GROWTH = 64L << 20;

  @TempDir static Path data;

  private static TestParley parley;
  private static Person ada;

  private final List<Reader> readers = new ArrayList<>();
  private final List<Reader> slow = new ArrayList<>();
  private long askedAt = System.nanoTime();
  private volatile Latencies latencies = new Latencies();

  @BeforeAll
  static void start() {
    parley =
        TestParley.start(
            data,
            Map.of(
                // Who does not read does not answer pings either, and is not to be closed for that.
                "PARLEY_BRIDGE_SILENCE", "120s",
                "PARLEY_BRIDGE_REQUEST_BURST", "100000",
                "PARLEY_BRIDGE_SOCKETS_PER_ACCOUNT", "2000"));
    ada = parley.signUp("ada");
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  @Test
  void tenOfAHundredThatDoNotReadHarmNobody() {
    someDoNotRead(2, 150);
  }

  @Test
  @EnabledIfSystemProperty(named = "parley.full", matches = "true")
  void aHundredOfAThousandThatDoNotReadHarmNobody() {
    someDoNotRead(20, 1_000);
  }

  private void someDoNotRead(int rooms, int perSecond) {
    Publisher publisher = open(rooms);
    final double closedBefore = slowSockets();
    publisher.publish(perSecond, lasting(PHASE));
    latencies = new Latencies();
    long rateBefore = publisher.publish(perSecond, lasting(PHASE));
    awaitAll(publisher, readers);
    awaitAll(publisher, slow);
    final Latencies before = latencies;
    final long heapBefore = heapAfterCollection();

    slow.forEach(Reader::pause);
    latencies = new Latencies();
    BooleanSupplier enough = lasting(PHASE);
    BooleanSupplier late = lasting(LONGEST);
    long rateMeanwhile =
        publisher.publish(
            perSecond,
            () -> late.getAsBoolean() || enough.getAsBoolean() && areClosed(closedBefore));
    awaitAll(publisher, readers);
    long growth = heapAfterCollection() - heapBefore;

    assertEquals(slow.size(), (int) (slowSockets() - closedBefore), "closed as too slow");
    assertTrue(growth < HEAP_GROWTH, () -> "the heap grew by " + growth);
    slow.forEach(Reader::resume);
    slow.forEach(SlowReadersIT::tellsToResume);
    readers.forEach(reader -> hasAll(publisher, reader));
    System.out.printf(
        "%d sockets, %d of them slow: before %s at %d/s, meanwhile %s at %d/s, heap %+d KiB%n",
        readers.size() + slow.size(),
        slow.size(),
        before,
        rateBefore,
        latencies,
        rateMeanwhile,
        growth >> 10);
    readers.forEach(Reader::close);
  }

  private Publisher open(int count) {
    List<ConversationId> rooms = new ArrayList<>();
    try (BridgeClient socket = ada.connect(parley.people, parley.port())) {
      for (int i = 0; i < count; i++) {
        rooms.add(Talk.createRoom(socket, count + " rooms, " + i));
      }
    }
    WebSocketClient client =
        parley.people.createWebSocketClient(
            new WebSocketClientOptions()
                .setReceiveBufferSize(16_384)
                .setMaxConnections(count * SOCKETS_PER_ROOM));
    for (ConversationId room : rooms) {
      for (int i = 0; i < SOCKETS_PER_ROOM; i++) {
        boolean reads = i >= SLOW_PER_ROOM;
        boolean closely = reads && i < SLOW_PER_ROOM + CLOSE_PER_ROOM;
        LongConsumer told = closely ? nanos -> latencies.accept(nanos) : null;
        (reads ? readers : slow).add(connect(client, room, told));
      }
    }
    Await.until("all listen", ARRIVAL, () -> listening(readers) && listening(slow));
    return new Publisher(parley.bus(), ada, rooms);
  }

  private static Reader connect(WebSocketClient client, ConversationId room, LongConsumer told) {
    return Await.get(
        client
            .connect(
                BridgeClient.options(parley.port())
                    .putHeader("Authorization", "Bearer " + ada.accessToken()))
            .map(socket -> new Reader(socket, room, told)));
  }

  private static boolean listening(List<Reader> all) {
    return all.stream().allMatch(reader -> reader.position() >= 0);
  }

  private static void awaitAll(Publisher publisher, List<Reader> all) {
    all.stream().map(Reader::fault).forEach(fault -> assertNull(fault));
    Map<ConversationId, Long> heads = publisher.heads();
    Await.until(
        "everybody has come to the end",
        ARRIVAL,
        () -> all.stream().allMatch(reader -> reader.position() == heads.get(reader.room())));
  }

  private static void hasAll(Publisher publisher, Reader reader) {
    assertNull(reader.fault());
    if (reader.readsClosely()) {
      assertEquals(publisher.numbers(reader.room()), reader.numbers());
    }
  }

  private static void tellsToResume(Reader reader) {
    Await.until("the socket is closed", () -> reader.closed() != null);
    assertEquals(CloseCode.TOO_SLOW.number(), reader.closed());
  }

  private static BooleanSupplier lasting(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    return () -> System.nanoTime() > until;
  }

  /** Asked while publishing, so not for every message. */
  private boolean areClosed(double closedBefore) {
    if (System.nanoTime() - askedAt < PAUSE.toNanos()) {
      return false;
    }
    askedAt = System.nanoTime();
    return slowSockets() - closedBefore >= slow.size();
  }

  private static double slowSockets() {
    return Metrics.read(parley, "gateway_sockets_slow_total");
  }

  private static long heapAfterCollection() {
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
