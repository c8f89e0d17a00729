package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.presence.PresenceState.OFFLINE;
import static parley.contract.presence.PresenceState.ONLINE;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.id.UserId;
import parley.contract.presence.PresenceChanged;
import parley.contract.presence.ReportRoll;
import parley.gateway.presence.Attendance;
import parley.gateway.presence.AttendanceConfig;
import parley.gateway.presence.RollReports;
import parley.gateway.presence.Visit;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.Person;

/**
 * Ten thousand people are online at a gateway, ten of whom somebody sees: what crosses the bus does
 * not grow with the others. The gateway is its reporting part, without the sockets.
 */
class PresenceScaleIT {
  private static final int ONLINE_ACCOUNTS = 10_000;
  private static final int WATCHED = 10;
  private static final AttendanceConfig CONFIG =
      new AttendanceConfig(
          Duration.ofSeconds(3),
          Duration.ofMillis(100),
          Duration.ofSeconds(3),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30));

  @TempDir static Path data;

  private final List<ReportRoll> reports = new CopyOnWriteArrayList<>();
  private final List<PresenceChanged> told = new CopyOnWriteArrayList<>();
  private final Map<UserId, Visit> here = new ConcurrentHashMap<>();
  private final Attendance attendance = new Attendance(CONFIG);
  private TestParley parley;

  @BeforeEach
  void start() {
    parley =
        TestParley.start(
            data, Map.of("PARLEY_THROTTLE_SIGN_UP_BURST", "1000", "PARLEY_PRESENCE_SETTLE", "5s"));
  }

  @AfterEach
  void stop() {
    parley.close();
  }

  @Test
  void whatCrossesTheBusDoesNotGrowWithThoseWhomNobodySees() {
    List<Person> seen = Stream.generate(this::somebody).limit(WATCHED).toList();
    List<UserId> others =
        Stream.generate(() -> new UserId(UUID.randomUUID()))
            .limit(ONLINE_ACCOUNTS - WATCHED)
            .toList();
    Person ada = somebody();
    try (Observer observer = new Observer(ada.connect(parley.people, parley.port()))) {
      observer.watch(seen.toArray(Person[]::new));
      seen.forEach(person -> here.put(person.account(), new Visit(person.account())));
      others.forEach(other -> here.put(other, new Visit(other)));
      startGateway();
      seen.forEach(person -> observer.awaits(person, ONLINE));
      Await.until("all are reported", () -> arrived() == ONLINE_ACCOUNTS);
      awaitQuietReports();
      assertEquals(WATCHED, changesTold(), "one change for each whom somebody sees");

      others.subList(0, ONLINE_ACCOUNTS / 2).forEach(here::remove);
      Await.until("half have left", () -> left() == ONLINE_ACCOUNTS / 2);
      awaitQuietReports();
      assertEquals(WATCHED, changesTold(), "nobody is told of whom nobody sees");

      here.remove(seen.get(0).account());
      observer.awaits(seen.get(0), OFFLINE);
      // Who asks just then sees it before it is told.
      Await.until("the change is told", () -> changesTold() > WATCHED);
      awaitQuietReports();
      assertEquals(WATCHED + 1, changesTold());
    }
  }

  /** Two reports in a row that carry nobody keep the roll, however many it holds. */
  private void awaitQuietReports() {
    int from = reports.size();
    Await.until("two more reports", () -> reports.size() >= from + 2);
    List<ReportRoll> last = new ArrayList<>(reports).subList(from, from + 2);
    assertTrue(last.stream().allMatch(one -> one.arrived().isEmpty() && one.left().isEmpty()));
  }

  private void startGateway() {
    Vertx vertx = parley.vertx();
    vertx
        .eventBus()
        .addOutboundInterceptor(
            sending -> {
              if (sending.body() instanceof ReportRoll report && ofThisGateway(report)) {
                reports.add(report);
              } else if (sending.body() instanceof PresenceChanged changed) {
                told.add(changed);
              }
              sending.next();
            });
    vertx.runOnContext(
        here -> {
          vertx.setPeriodic(1, 200, tick -> this.here.values().forEach(attendance::heard));
          new RollReports(vertx, parley.bus(), CONFIG, attendance).start();
        });
  }

  /** The gateway that serves the observer reports as well, under another period. */
  private static boolean ofThisGateway(ReportRoll report) {
    return report.holdsMs() == CONFIG.rollHolds().toMillis();
  }

  private long arrived() {
    return reports.stream().flatMap(report -> report.arrived().stream()).distinct().count();
  }

  private long left() {
    return reports.stream().flatMap(report -> report.left().stream()).distinct().count();
  }

  private int changesTold() {
    return told.stream().mapToInt(changed -> changed.changes().size()).sum();
  }

  private Person somebody() {
    return parley.signUpOpen("person" + UUID.randomUUID().toString().substring(0, 8));
  }
}
