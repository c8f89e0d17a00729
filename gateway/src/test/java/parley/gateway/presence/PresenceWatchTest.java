package parley.gateway.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.bus.BusClient;
import parley.bus.BusServer;
import parley.bus.Delivery;
import parley.bus.ParleyBus;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.Catalog;
import parley.contract.FailureCode;
import parley.contract.Json;
import parley.contract.id.GatewayId;
import parley.contract.id.UserId;
import parley.contract.presence.Presence;
import parley.contract.presence.PresenceChange;
import parley.contract.presence.PresenceChanged;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.PresenceState;
import parley.contract.presence.RenewWatches;
import parley.contract.presence.WatchesRenewed;
import parley.gateway.delivery.Channel;
import parley.testkit.bridge.Await;

/** What a gateway asks of presence, which the test speaks for. */
class PresenceWatchTest {
  private static final AttendanceConfig CONFIG =
      new AttendanceConfig(
          Duration.ofSeconds(22),
          Duration.ofMillis(500),
          Duration.ofSeconds(15),
          Duration.ofMillis(300),
          Duration.ofSeconds(1));

  private final List<RenewWatches> questions = new CopyOnWriteArrayList<>();
  private final List<String> delivered = new CopyOnWriteArrayList<>();
  private volatile boolean away;
  private Vertx vertx;
  private Context context;
  private BusClient bus;
  private PresenceWatch watch;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    ParleyBus.install(vertx, Catalog.core());
    Await.get(new BusServer(vertx.eventBus()).serve(PresenceOperations.RENEW_WATCHES, this::renew));
    context = vertx.getOrCreateContext();
    Promise<Void> started = Promise.promise();
    context.runOnContext(
        here -> {
          bus = new BusClient(vertx);
          watch = new PresenceWatch(vertx, bus, CONFIG, this::deliver);
          watch.start().onComplete(started);
        });
    Await.get(started.future());
  }

  @AfterEach
  void stop() {
    Await.get(vertx.close());
  }

  @Test
  void asksAtOnceForANewOneAndTellsWhatIsKnown() {
    UserId ada = account();
    begins(ada);
    Await.until("the state is told", () -> delivered.contains(ada + " online"));
    assertEquals(List.of(ada), questions.get(0).accounts());
  }

  @Test
  void tellsChangesThatAreMeantForThisProcess() {
    UserId ada = account();
    begins(ada);
    Await.until("asked", () -> !questions.isEmpty());
    GatewayId self = questions.get(0).gateway();
    Presence gone = new Presence(ada, PresenceState.OFFLINE);
    bus.tell(
        PresenceOperations.PRESENCE_CHANGED,
        self.toString(),
        new PresenceChanged(List.of(new PresenceChange(gone, 7))));
    Await.until("the change is told", () -> delivered.contains(ada + " offline"));
  }

  @Test
  void doesNotAskForWhomNobodyListensToAnyMore() {
    UserId ada = account();
    UserId grace = account();
    context.runOnContext(
        here -> {
          watch.begins(channel(ada));
          watch.ends(channel(ada));
          watch.begins(channel(grace));
        });
    Await.until("asked", () -> questions.size() >= 2);
    assertTrue(questions.stream().allMatch(asked -> asked.accounts().equals(List.of(grace))));
  }

  @Test
  void asksForManyInPagesAndForNoFurtherPageWithoutAnAnswer() {
    List<UserId> many =
        Stream.generate(PresenceWatchTest::account).limit(2 * RenewWatches.MAX + 1).toList();
    many.forEach(this::begins);
    Await.until("all are told", () -> delivered.size() == many.size());
    away = true;
    int before = questions.size();
    Await.until(
        "nobody is known any more",
        () -> delivered.stream().filter(told -> told.endsWith(" unknown")).count() == many.size());
    List<RenewWatches> unanswered = new ArrayList<>(questions).subList(before, questions.size());
    long rounds =
        unanswered.stream().filter(asked -> asked.accounts().contains(many.get(0))).count();
    assertTrue(unanswered.size() <= rounds + 2, unanswered.size() + " questions in " + rounds);
  }

  @Test
  void whatIsNoAccountIsNotAskedFor() {
    context.runOnContext(here -> watch.begins(new Channel("presence.nobody.changes", null, true)));
    UserId ada = account();
    begins(ada);
    Await.until("asked", () -> !questions.isEmpty());
    assertEquals(List.of(ada), questions.get(0).accounts());
  }

  private void begins(UserId account) {
    context.runOnContext(here -> watch.begins(channel(account)));
  }

  private static Channel channel(UserId account) {
    return Channel.of(
        PresenceOperations.PRESENCE_CHANGES,
        PresenceOperations.PRESENCE_CHANGES.address(account.toString()));
  }

  private void deliver(Delivery delivery) {
    Presence told = Json.decodeLeniently(delivery.json(), Presence.class);
    delivered.add(told.account() + " " + told.state().name().toLowerCase(Locale.ROOT));
  }

  private Future<WatchesRenewed> renew(RenewWatches request, Caller caller) {
    questions.add(request);
    return away
        ? Future.failedFuture(BusFailure.of(FailureCode.UNAVAILABLE))
        : Future.succeededFuture(
            new WatchesRenewed(
                request.accounts().stream()
                    .map(account -> new Presence(account, PresenceState.ONLINE))
                    .toList()));
  }

  private static UserId account() {
    return new UserId(UUID.randomUUID());
  }
}
