package parley.launcher.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import parley.launcher.TestParley;
import parley.testkit.bridge.Person;

/**
 * How long messages take to 900 sockets that read: alone, beside 100 more that read, and beside 100
 * that do not. By turns, several rounds, so that the machine is the same for all. Printed for
 * {@code docs/measurements.md}, not judged.
 */
@EnabledIfSystemProperty(named = "parley.full", matches = "true")
class SlowReadersLatencyIT {
  private static final int ROOMS = 20;
  private static final int READERS_PER_ROOM = 45;
  private static final int OTHERS_PER_ROOM = 5;
  private static final int PER_SECOND = 1_000;
  private static final int ROUNDS = 4;
  private static final int WARM_UPS = 2;
  private static final Duration WARM_UP = Duration.ofSeconds(4);
  private static final Duration PHASE = Duration.ofSeconds(10);

  @TempDir static Path data;

  private static TestParley parley;
  private static Person ada;

  /** What the sockets beside the readers do. */
  private enum Beside {
    NOBODY,
    READING,
    SLOW
  }

  private record Round(Latencies latencies, long rate) {}

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
  void howLongMessagesTakeBesideSocketsThatDoNotRead() {
    for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
      run(Beside.READING);
    }
    List<List<Round>> rounds = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int round = 0; round < ROUNDS; round++) {
      for (int turn = 0; turn < Beside.values().length; turn++) {
        Beside beside = Beside.values()[(round + turn) % Beside.values().length];
        rounds.get(beside.ordinal()).add(run(beside));
      }
    }
    for (Beside beside : Beside.values()) {
      tell(beside, rounds.get(beside.ordinal()));
    }
  }

  private static Round run(Beside beside) {
    int others = beside == Beside.NOBODY ? 0 : OTHERS_PER_ROOM;
    try (Hall hall = Hall.open(parley, ada, ROOMS, READERS_PER_ROOM, others)) {
      Publisher publisher = hall.publisher();
      publisher.publish(PER_SECOND, lasting(WARM_UP));
      Hall.awaitAll(publisher, hall.readers());
      Hall.awaitAll(publisher, hall.others());
      int closed = Hall.closedAsSlow(parley);
      if (beside == Beside.SLOW) {
        hall.others().forEach(Reader::pause);
      }
      Latencies latencies = hall.measure();
      long rate = publisher.publish(PER_SECOND, lasting(PHASE));
      Hall.awaitAll(publisher, hall.readers());
      int slow = Hall.closedAsSlow(parley) - closed;
      assertEquals(beside == Beside.SLOW ? hall.others().size() : 0, slow, "closed as too slow");
      hall.others().forEach(Reader::resume);
      System.out.printf("%s: %s at %d/s%n", beside, latencies, rate);
      return new Round(latencies, rate);
    }
  }

  private static void tell(Beside beside, List<Round> rounds) {
    System.out.printf(
        Locale.ROOT,
        "900 read, beside them %s: p50 %s, p99 %s, rate %s%n",
        beside,
        spread(rounds, round -> round.latencies().percentile(50)),
        spread(rounds, round -> round.latencies().percentile(99)),
        spread(rounds, Round::rate));
  }

  /** The median, with the least and the most. */
  private static String spread(List<Round> rounds, ToDoubleFunction<Round> value) {
    double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%.1f (%.1f to %.1f)",
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length - 1]);
  }

  private static BooleanSupplier lasting(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    return () -> System.nanoTime() > until;
  }
}
