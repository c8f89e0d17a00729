package parley.gateway.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.bus.BusClient;
import parley.bus.BusServer;
import parley.bus.ParleyBus;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.Catalog;
import parley.contract.FailureCode;
import parley.contract.id.UserId;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.ReportRoll;
import parley.contract.presence.RollReported;
import parley.testkit.bridge.Await;

/** Reports on a bus of their own, before a presence that the test speaks for. */
class RollReportsTest {
  private static final int MANY = 2 * ReportRoll.MAX + 1;

  /** The tick is long: what comes faster than this comes without waiting for it. */
  private static final AttendanceConfig CONFIG =
      new AttendanceConfig(
          Duration.ofMinutes(1),
          Duration.ofSeconds(1),
          Duration.ofMinutes(1),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30));

  private final List<ReportRoll> reports = new CopyOnWriteArrayList<>();
  private final Set<UserId> known = ConcurrentHashMap.newKeySet();
  private final Attendance attendance = new Attendance(CONFIG);
  private volatile boolean away;
  private volatile boolean forgetful;
  private Vertx vertx;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    ParleyBus.install(vertx, Catalog.core());
    Await.get(new BusServer(vertx.eventBus()).serve(PresenceOperations.REPORT_ROLL, this::report));
    for (int i = 0; i < MANY; i++) {
      attendance.heard(new UserId(UUID.randomUUID()));
    }
  }

  @AfterEach
  void stop() {
    Await.get(vertx.close());
  }

  @Test
  void tellsManyInOneTick() {
    begin();
    Await.until("all are told", () -> known.size() == MANY);
    assertEquals(List.of(1L, 2L, 3L), reports.stream().map(ReportRoll::number).toList());
  }

  @Test
  void tellsAgainWhatWasNotAnswered() {
    away = true;
    begin();
    Await.until("a repeat", () -> reports.size() == 2);
    assertEquals(reports.get(0), reports.get(1));
    away = false;
    Await.until("all are told", () -> known.size() == MANY);
  }

  @Test
  void waitsForTheNextTickWhenPresenceForgets() {
    forgetful = true;
    long began = System.nanoTime();
    begin();
    Await.until("a new roll", () -> reports.size() == 2);
    assertNotEquals(reports.get(0).roll(), reports.get(1).roll());
    forgetful = false;
    Await.until("all are told", () -> known.size() == MANY);
    long ticks = Duration.ofNanos(System.nanoTime() - began).dividedBy(CONFIG.tick()) + 1;
    long forgotten = reports.stream().map(ReportRoll::roll).distinct().count() - 1;
    assertTrue(forgotten <= ticks, forgotten + " rolls in " + ticks + " ticks");
  }

  private void begin() {
    vertx.runOnContext(
        here -> new RollReports(vertx, new BusClient(vertx), CONFIG, attendance).start());
  }

  private Future<RollReported> report(ReportRoll report, Caller caller) {
    reports.add(report);
    if (away) {
      return Future.failedFuture(BusFailure.of(FailureCode.UNAVAILABLE));
    }
    if (forgetful) {
      return Future.succeededFuture(new RollReported(false, 0));
    }
    known.addAll(report.arrived());
    return Future.succeededFuture(new RollReported(true, known.size()));
  }
}
