package parley.launcher.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.CloseCode;
import parley.launcher.TestParley;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.Person;

/**
 * One socket in ten stops to read while messages are published: it costs no more than its bound, is
 * closed with the code that tells it to resume, and the others get everything in order. How long
 * messages take before and meanwhile is printed, not judged: that depends on the machine.
 */
class SlowReadersIT {
  private static final int READERS_PER_ROOM = 45;
  private static final int SLOW_PER_ROOM = 5;
  private static final Duration PHASE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final long HEAP_GROWTH = 64L << 20;

  @TempDir static Path data;

  private static TestParley parley;
  private static Person ada;

  private long askedAt = System.nanoTime();

  @BeforeAll
  static void start() {
    parley = TestParley.start(data, Hall.SETTINGS);
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
    try (Hall hall = Hall.open(parley, ada, rooms, READERS_PER_ROOM, SLOW_PER_ROOM)) {
      someDoNotRead(hall, perSecond);
    }
  }

  private void someDoNotRead(Hall hall, int perSecond) {
    final List<Reader> slow = hall.others();
    Publisher publisher = hall.publisher();
    final int closedBefore = Hall.closedAsSlow(parley);
    publisher.publish(perSecond, lasting(PHASE));
    final Latencies before = hall.measure();
    long rateBefore = publisher.publish(perSecond, lasting(PHASE));
    Hall.awaitAll(publisher, hall.readers());
    Hall.awaitAll(publisher, slow);
    final long heapBefore = heapAfterCollection();

    slow.forEach(Reader::pause);
    final Latencies meanwhile = hall.measure();
    BooleanSupplier enough = lasting(PHASE);
    BooleanSupplier late = lasting(LONGEST);
    int all = closedBefore + slow.size();
    long rateMeanwhile =
        publisher.publish(
            perSecond, () -> late.getAsBoolean() || enough.getAsBoolean() && areClosed(all));
    Hall.awaitAll(publisher, hall.readers());
    long growth = heapAfterCollection() - heapBefore;

    assertEquals(slow.size(), Hall.closedAsSlow(parley) - closedBefore, "closed as too slow");
    assertTrue(growth < HEAP_GROWTH, () -> "the heap grew by " + growth);
    slow.forEach(Reader::resume);
    slow.forEach(SlowReadersIT::tellsToResume);
    hall.readers().forEach(reader -> hasAll(publisher, reader));
    System.out.printf(
        "%d sockets, %d of them slow: before %s at %d/s, meanwhile %s at %d/s, heap %+d KiB%n",
        hall.readers().size() + slow.size(),
        slow.size(),
        before,
        rateBefore,
        meanwhile,
        rateMeanwhile,
        growth >> 10);
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
  private boolean areClosed(int all) {
    if (System.nanoTime() - askedAt < PAUSE.toNanos()) {
      return false;
    }
    askedAt = System.nanoTime();
    return Hall.closedAsSlow(parley) >= all;
  }

  private static long heapAfterCollection() {
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
