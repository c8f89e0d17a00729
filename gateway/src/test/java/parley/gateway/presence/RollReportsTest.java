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
import java.util.concurrent.atomic.AtomicInteger;
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
import parley.contract.presence.Appearance;
import parley.contract.presence.Appearances;
import parley.contract.presence.ListAppearances;
import parley.contract.presence.PresenceMode;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.PresenceState;
import parley.contract.presence.ReadAppearances;
import parley.contract.presence.ReportRoll;
import parley.contract.presence.RollEntry;
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
  private final List<Appearance> chosen = new CopyOnWriteArrayList<>();
  private final AtomicInteger questions = new AtomicInteger();
  private volatile boolean mute;
  private volatile boolean away;
  private volatile boolean forgetful;
  private Vertx vertx;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    ParleyBus.install(vertx, Catalog.core());
    BusServer server = new BusServer(vertx.eventBus());
    Await.get(server.serve(PresenceOperations.REPORT_ROLL, this::report));
    Await.get(server.serve(PresenceOperations.READ_APPEARANCES, this::appearances));
    Await.get(server.serve(PresenceOperations.LIST_APPEARANCES, this::changed));
    for (int i = 0; i < MANY; i++) {
      attendance.heard(new Visit(new UserId(UUID.randomUUID())));
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
    assertEquals(List.of(1L, 2L, 3L, 4L), reports.stream().map(ReportRoll::number).toList());
    assertEquals(List.of(), reports.get(0).arrived(), "before it is known who may be told of");
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

  @Test
  void whoBecomesInvisibleLeavesAlsoWhenTheSignalIsLost() {
    begin();
    Await.until("all are told", () -> known.size() == MANY);
    UserId ada = known.iterator().next();
    chosen.add(new Appearance(ada, PresenceMode.INVISIBLE, false, 1));
    Await.until("one has left", () -> leftLately().contains(ada));
    assertEquals(List.of(ada), leftLately());
  }

  @Test
  void theSignalOfAChoiceIsToldAtOnce() {
    begin();
    Await.until("all are told", () -> known.size() == MANY);
    UserId ada = known.iterator().next();
    new BusClient(vertx)
        .tell(
            PresenceOperations.APPEARANCE_CHANGED,
            new Appearance(ada, PresenceMode.BUSY, false, 1));
    RollEntry busy = new RollEntry(ada, PresenceState.BUSY, 0);
    Await.until(
        "one is busy", () -> reports.stream().anyMatch(one -> one.arrived().contains(busy)));
  }

  @Test
  void nobodyIsToldOfWhileItIsNotKnownHowTheyWantToAppear() {
    mute = true;
    begin();
    Await.until("reports", () -> reports.size() == 1 && questions.get() > 1);
    assertEquals(Set.of(), known);
    mute = false;
    Await.until("all are told", () -> known.size() == MANY);
  }

  private List<UserId> leftLately() {
    return reports.get(reports.size() - 1).left();
  }

  private Future<Appearances> appearances(ReadAppearances question, Caller caller) {
    questions.incrementAndGet();
    return mute
        ? Future.failedFuture(BusFailure.of(FailureCode.UNAVAILABLE))
        : Future.succeededFuture(new Appearances(List.of()));
  }

  private Future<Appearances> changed(ListAppearances question, Caller caller) {
    return Future.succeededFuture(new Appearances(chosen));
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
    report.arrived().forEach(entry -> known.add(entry.account()));
    report.left().forEach(known::remove);
    return Future.succeededFuture(new RollReported(true, known.size()));
  }
}
