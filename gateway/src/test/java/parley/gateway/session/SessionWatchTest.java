package parley.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.bus.BusClient;
import parley.bus.BusServer;
import parley.bus.ParleyBus;
import parley.contract.BusFailure;
import parley.contract.Catalog;
import parley.contract.FailureCode;
import parley.contract.id.SessionId;
import parley.contract.session.EndedSessions;
import parley.contract.session.ListEndedSessions;
import parley.contract.session.SessionEnded;
import parley.contract.session.SessionOperations;
import parley.testkit.bridge.Await;

class SessionWatchTest {
  private static final SessionConfig CONFIG =
      new SessionConfig(
          Duration.ofMinutes(5), Duration.ofDays(30), Optional.empty(), "parley", "parley");

  private final Vertx vertx = Vertx.vertx();
  private final List<SessionId> endedInTheDatabase = new CopyOnWriteArrayList<>();
  private final Queue<Long> askedWithinMs = new ConcurrentLinkedQueue<>();
  private final List<SessionId> heard = new CopyOnWriteArrayList<>();
  private volatile boolean databaseAway;
  private SessionWatch watch;

  @BeforeEach
  void prepare() {
    ParleyBus.install(vertx, Catalog.core());
    Await.get(
        new BusServer(vertx.eventBus())
            .serve(SessionOperations.LIST_ENDED_SESSIONS, (request, caller) -> answer(request)));
  }

  @AfterEach
  void stop() {
    Await.get(vertx.close());
  }

  @Test
  void learnsOfAnEndByTheSignal() {
    start();
    SessionId session = session();

    new BusClient(vertx).tell(SessionOperations.SESSION_ENDED, new SessionEnded(session));

    Await.until("the end is heard", Duration.ofMillis(500), () -> heard.contains(session));
    assertTrue(watch.hasEnded(session));
    assertFalse(watch.hasEnded(session()));
  }

  @Test
  void learnsOfAnEndWithinTwoSecondsThoughTheSignalIsLost() {
    start();
    Await.until("the first answer", () -> !askedWithinMs.isEmpty());
    SessionId session = session();

    endedInTheDatabase.add(session);

    Await.until("the end is heard", Duration.ofSeconds(2), () -> heard.contains(session));
    assertTrue(watch.hasEnded(session));
  }

  @Test
  void callsListenersOncePerSession() {
    start();
    SessionId session = session();
    endedInTheDatabase.add(session);

    watch.report(session);
    new BusClient(vertx).tell(SessionOperations.SESSION_ENDED, new SessionEnded(session));

    Await.until("three answers", () -> askedWithinMs.size() >= 3);
    assertEquals(List.of(session), heard);
  }

  @Test
  void asksFarBackAtFirstAndThenOverlapping() {
    start();

    Await.until("three answers", () -> askedWithinMs.size() >= 3);
    List<Long> asked = List.copyOf(askedWithinMs);

    assertEquals(Duration.ofMinutes(6).toMillis(), asked.get(0));
    assertTrue(asked.get(1) >= 10_900 && asked.get(1) < 20_000, "asked " + asked);
  }

  @Test
  void asksBackToTheLastAnswerAfterASilence() {
    databaseAway = true;
    start();
    Await.until("two questions", () -> askedWithinMs.size() >= 2);
    SessionId session = session();
    endedInTheDatabase.add(session);
    databaseAway = false;

    Await.until("the end is heard", () -> heard.contains(session));
    assertEquals(Duration.ofMinutes(6).toMillis(), List.copyOf(askedWithinMs).get(1));
  }

  @Test
  void keepsCallingListenersWhenOneOfThemThrows() {
    start(
        session -> {
          throw new IllegalStateException("a listener's bug");
        });
    SessionId session = session();

    watch.report(session);

    Await.until("the end is heard", () -> heard.contains(session));
  }

  @Test
  void stopsAsking() {
    start();
    Await.until("the first answer", () -> !askedWithinMs.isEmpty());

    watch.stop();

    int before = askedWithinMs.size();
    Await.get(vertx.timer(2_500, TimeUnit.MILLISECONDS));
    assertTrue(askedWithinMs.size() <= before + 1);
  }

  private void start() {
    start(session -> {});
  }

  private void start(Consumer<SessionId> first) {
    Await.get(
        Future.future(
            started ->
                vertx.runOnContext(
                    here -> {
                      watch = new SessionWatch(vertx, new BusClient(vertx), CONFIG);
                      watch.onEnded(first);
                      watch.onEnded(heard::add);
                      watch.start().onComplete(started);
                    })));
  }

  private Future<EndedSessions> answer(ListEndedSessions request) {
    askedWithinMs.add(request.withinMs());
    return databaseAway
        ? Future.failedFuture(BusFailure.of(FailureCode.UNAVAILABLE))
        : Future.succeededFuture(new EndedSessions(List.copyOf(endedInTheDatabase)));
  }

  private static SessionId session() {
    return new SessionId(UUID.randomUUID());
  }
}
