package parley.launcher.faults;

import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import parley.contract.id.ConversationId;
import parley.launcher.Metrics;
import parley.launcher.Talk;
import parley.launcher.TestParley;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;

/**
 * Rooms full of sockets that listen, and who publishes there. Two of each room read every message
 * and tell how long it took; the others follow the ranges.
 */
final class Hall implements AutoCloseable {
  private static final int CLOSE_PER_ROOM = 2;
  private static final Duration ARRIVAL = Duration.ofSeconds(30);

  /** For many sockets of one person, for some minutes; some do not even answer pings. */
  static final Map<String, String> SETTINGS =
      Map.of(
          "PARLEY_BRIDGE_SILENCE", "120s",
          "PARLEY_BRIDGE_REQUEST_BURST", "100000",
          "PARLEY_BRIDGE_ADMISSIONS_PER_SECOND", "10000",
          "PARLEY_BRIDGE_SOCKETS_PER_ACCOUNT", "2000",
          "PARLEY_SESSION_ACCESS_TTL", "10m");

  private final TestParley parley;
  private final Person owner;
  private final List<ConversationId> rooms = new ArrayList<>();
  private final List<Reader> readers = new ArrayList<>();
  private final List<Reader> others = new ArrayList<>();
  private final WebSocketClient client;
  private volatile Latencies latencies = new Latencies();

  private Hall(TestParley parley, Person owner, int sockets) {
    this.parley = parley;
    this.owner = owner;
    this.client =
        parley.people.createWebSocketClient(
            new WebSocketClientOptions()
                .setReceiveBufferSize(16_384)
                .setMaxConnections(Math.max(1, sockets)));
  }

  /**
   * Opens rooms with so many readers each, and so many other sockets, for a test to deal with.
   * Returns when all of them listen.
   */
  static Hall open(TestParley parley, Person owner, int rooms, int readers, int others) {
    Hall hall = new Hall(parley, owner, rooms * (readers + others));
    try (BridgeClient socket = owner.connect(parley.people, parley.port())) {
      for (int i = 0; i < rooms; i++) {
        hall.rooms.add(Talk.createRoom(socket, "Hall " + hall.hashCode() + ", " + i));
      }
    }
    hall.rooms.forEach(room -> hall.fill(room, readers, others));
    Await.until("all listen", ARRIVAL, () -> listen(hall.readers) && listen(hall.others));
    return hall;
  }

  /** Who publishes in all rooms, by turns. */
  Publisher publisher() {
    return new Publisher(parley.bus(), owner, rooms);
  }

  List<Reader> readers() {
    return List.copyOf(readers);
  }

  List<Reader> others() {
    return List.copyOf(others);
  }

  /** What messages take from now on, told by those that read closely. */
  Latencies measure() {
    latencies = new Latencies();
    return latencies;
  }

  /** Waits until they have heard everything that was acknowledged. */
  static void awaitAll(Publisher publisher, List<Reader> all) {
    all.stream().map(Reader::fault).forEach(fault -> assertNull(fault));
    Map<ConversationId, Long> heads = publisher.heads();
    Await.until(
        "everybody has come to the end",
        ARRIVAL,
        () -> all.stream().allMatch(reader -> reader.position() == heads.get(reader.room())));
  }

  /** How many sockets the gateway has closed as too slow since it started. */
  static int closedAsSlow(TestParley parley) {
    return (int) Metrics.read(parley, "gateway_sockets_slow_total");
  }

  @Override
  public void close() {
    readers.forEach(Reader::close);
    others.forEach(Reader::close);
    Await.until("all are gone", ARRIVAL, () -> gone(readers) && gone(others));
    Await.get(client.close());
  }

  private void fill(ConversationId room, int count, int more) {
    for (int i = 0; i < count; i++) {
      readers.add(connect(room, i < CLOSE_PER_ROOM ? nanos -> latencies.accept(nanos) : null));
    }
    for (int i = 0; i < more; i++) {
      others.add(connect(room, null));
    }
  }

  private Reader connect(ConversationId room, LongConsumer told) {
    return Await.get(
        client
            .connect(
                BridgeClient.options(parley.port())
                    .putHeader("Authorization", "Bearer " + owner.accessToken()))
            .map(socket -> new Reader(socket, room, told)));
  }

  private static boolean listen(List<Reader> all) {
    return all.stream().allMatch(reader -> reader.position() >= 0);
  }

  private static boolean gone(List<Reader> all) {
    return all.stream().allMatch(reader -> reader.closed() != null);
  }
}
