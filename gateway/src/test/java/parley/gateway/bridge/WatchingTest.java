package parley.gateway.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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
import parley.contract.account.Profile;
import parley.contract.account.ProfileOperations;
import parley.contract.feed.Subscribe;
import parley.contract.feed.Subscription;
import parley.contract.id.UserId;
import parley.contract.presence.Presence;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.PresenceState;
import parley.contract.presence.PresenceWatched;
import parley.contract.presence.SelectVisible;
import parley.contract.presence.VisibleAccounts;
import parley.contract.presence.WatchPresence;
import parley.contract.relation.ReachNarrowed;
import parley.contract.relation.RelationEnded;
import parley.gateway.GatewayMetrics;
import parley.gateway.delivery.Channel;
import parley.gateway.delivery.DeliveryConfig;
import parley.gateway.delivery.DeliveryOrder;
import parley.gateway.delivery.Interest;
import parley.testkit.bridge.Await;

/** Whom a socket watches, before a chat that the test speaks for. */
class WatchingTest {
  private static final int MOST_SUBSCRIPTIONS = 6;
  private static final DeliveryConfig CONFIG =
      new DeliveryConfig(
          Duration.ofMillis(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofMinutes(1));

  private final UserId ada = new UserId(UUID.randomUUID());
  private final UserId grace = new UserId(UUID.randomUUID());
  private final Set<UserId> invisible = ConcurrentHashMap.newKeySet();
  private final List<SelectVisible> questions = new CopyOnWriteArrayList<>();
  private final List<String> listened = new CopyOnWriteArrayList<>();
  private final List<String> everListened = new CopyOnWriteArrayList<>();
  private final RecordingSocket recording = new RecordingSocket();
  private final Socket socket = recording.socket(100_000);
  private FailureCode failure;
  private Future<Void> answering = Future.succeededFuture();

  private Vertx vertx;
  private Context loop;
  private DeliveryOrder order;
  private SubscriptionIndex index;
  private Reasking reasking;
  private BusClient client;
  private Watching watching;
  private Subscribing subscribing;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    ParleyBus.install(vertx, Catalog.core());
    BusServer server = new BusServer(vertx.eventBus());
    Await.get(server.serve(PresenceOperations.SELECT_VISIBLE, this::select));
    Await.get(server.serve(PresenceOperations.AUTHORISE_PRESENCE, this::authorise));
    loop = vertx.getOrCreateContext();
    GatewayMetrics metrics = new GatewayMetrics(new SimpleMeterRegistry());
    BusClient bus = onLoop(() -> new BusClient(vertx));
    order = onLoop(() -> new DeliveryOrder(vertx, CONFIG, bus, metrics));
    order.tell(new Listened());
    index = new SubscriptionIndex(loop, order, metrics, MOST_SUBSCRIPTIONS);
    reasking = new Reasking(vertx, index, bus, Duration.ofHours(1));
    watching = new Watching(index, bus, reasking);
    client = bus;
    subscribing = new Subscribing(Catalog.core(), index, bus);
  }

  @AfterEach
  void stop() {
    Await.get(vertx.close());
  }

  @Test
  void hearsThoseItNamesAndNoLongerThoseItDoesNot() {
    assertEquals(List.of(ada, grace), watch(ada, grace));
    tell(ada, PresenceState.ONLINE);
    tell(grace, PresenceState.ONLINE);
    awaitHeard(2);
    assertEquals(List.of(grace), watch(grace));
    tell(ada, PresenceState.OFFLINE);
    tell(grace, PresenceState.OFFLINE);
    awaitHeard(3);
    assertEquals(List.of(ada + " online", grace + " online", grace + " offline"), heard());
    assertEquals(List.of(), watch());
    assertTrue(socket.subscriptions.isEmpty());
    Await.until("the process listens to nobody", () -> listened.isEmpty());
  }

  @Test
  void beginsWithWhatIsKnownAndTellsItOnce() {
    Socket other = new RecordingSocket().socket(100_000);
    Await.get(onLoop(() -> watching.watch(other, request(ada), caller())));
    tell(ada, PresenceState.OFFLINE);
    tell(ada, PresenceState.ONLINE);
    watch(ada);
    awaitHeard(1);
    watch(ada, grace);
    tell(grace, PresenceState.ONLINE);
    awaitHeard(2);
    assertEquals(List.of(ada + " online", grace + " online"), heard());
  }

  @Test
  void aRegistrationToOneBeginsWithWhatIsKnownToo() {
    watch(ada);
    tell(ada, PresenceState.ONLINE);
    awaitHeard(1);
    RecordingSocket program = new RecordingSocket();
    Socket registered = program.socket(100_000);
    Await.get(onLoop(() -> subscribing.register(registered, channel(ada).address())));
    Await.until("the state is told", () -> program.written.size() == 1);
  }

  @Test
  void leavesOutWhomItMayNotSee() {
    invisible.add(grace);
    assertEquals(List.of(ada), watch(ada, grace));
    tell(grace, PresenceState.ONLINE);
    tell(ada, PresenceState.ONLINE);
    awaitHeard(1);
    assertEquals(List.of(ada + " online"), heard());
    assertEquals(
        List.of(channel(ada).address(), profileAddress(ada)),
        everListened,
        "not even for a moment");
  }

  @Test
  void hearsHowTheirProfilesChangeAndNobodyElses() {
    watch(ada);
    tell(new Profile(grace, "grace", "Grace"));
    tell(new Profile(ada, "ada", "Countess"));
    awaitHeard(1);
    JsonObject frame = recording.written.get(0);
    assertEquals(profileAddress(ada), frame.getString("address"));
    assertEquals("Countess", frame.getJsonObject("body").getString("displayName"));
    watch();
    assertTrue(socket.subscriptions.isEmpty());
  }

  @Test
  void asksOnlyAboutThoseItDoesNotHearYet() {
    watch(ada);
    watch(ada);
    watch(grace, ada, grace);
    assertEquals(
        List.of(new SelectVisible(List.of(ada)), new SelectVisible(List.of(grace))), questions);
  }

  @Test
  void aLaterQuestionTakesEffectLaterAndAFailedOneHarmsNoOther() {
    Promise<Void> answer = Promise.promise();
    answering = answer.future();
    Future<PresenceWatched> first = onLoop(() -> watching.watch(socket, request(ada), caller()));
    Future<PresenceWatched> second =
        onLoop(() -> watching.watch(socket, request(ada, grace), caller()));
    Await.until("the first question was asked", () -> questions.size() == 1);
    answering = Future.succeededFuture();
    answer.fail(BusFailure.of(FailureCode.UNAVAILABLE));
    assertEquals(FailureCode.UNAVAILABLE, refusal(first));
    assertEquals(List.of(ada, grace), Await.get(second).accounts());
  }

  @Test
  void aFailedQuestionLeavesNothingBehind() {
    failure = FailureCode.UNAVAILABLE;
    assertEquals(FailureCode.UNAVAILABLE, refusal(ada));
    assertTrue(socket.subscriptions.isEmpty());
    failure = null;
    assertEquals(List.of(ada), watch(ada));
  }

  @Test
  void moreThanTheBoundIsRefusedAndLeavesNothingPending() {
    UserId[] many = new UserId[MOST_SUBSCRIPTIONS / 2 + 1];
    for (int i = 0; i < many.length; i++) {
      many[i] = new UserId(UUID.randomUUID());
    }
    watch(ada);
    assertEquals(FailureCode.TOO_MANY, refusal(many));
    assertTrue(socket.subscriptions.isEmpty());
  }

  @Test
  void aSocketThatHasGoneIsNotSubscribed() {
    Promise<Void> answer = Promise.promise();
    answering = answer.future();
    Future<PresenceWatched> watched = onLoop(() -> watching.watch(socket, request(ada), caller()));
    Await.until("the question was asked", () -> questions.size() == 1);
    onLoop(
        () -> {
          socket.gone();
          index.dropAll(socket);
          return null;
        });
    answer.complete();
    assertEquals(FailureCode.UNAVAILABLE, refusal(watched));
    assertTrue(listened.isEmpty());
    assertTrue(socket.subscriptions.isEmpty());
  }

  @Test
  void whoPartedIsHeardNoMoreAndThatIsTold() {
    watch(ada, grace);
    tell(ada, PresenceState.ONLINE);
    awaitHeard(1);
    parted(grace, new UserId(UUID.randomUUID()));
    invisible.add(ada);
    parted(ada, socket.account);
    awaitHeard(2);
    tell(ada, PresenceState.OFFLINE);
    tell(grace, PresenceState.ONLINE);
    awaitHeard(3);
    assertEquals(List.of(ada + " online", ada + " unknown", grace + " online"), heard());
    assertEquals(2, questions.size(), "asked of those who parted only");
    invisible.clear();
    assertEquals(List.of(ada, grace), watch(ada, grace), "heard again when it is allowed again");
  }

  @Test
  void whoIsOpenToFewerIsHeardNoMoreByTheOthersAndThatIsTold() {
    watch(ada, grace);
    tell(ada, PresenceState.ONLINE);
    awaitHeard(1);
    invisible.add(ada);
    narrowed(ada);
    awaitHeard(2);
    tell(ada, PresenceState.OFFLINE);
    tell(grace, PresenceState.ONLINE);
    awaitHeard(3);
    assertEquals(List.of(ada + " online", ada + " unknown", grace + " online"), heard());
    assertEquals(new SelectVisible(List.of(ada)), questions.get(1), "asked of no one else");
  }

  @Test
  void howeverOftenSomebodyIsOpenToFewerItIsAskedOnceMore() {
    watch(ada);
    Promise<Void> answer = Promise.promise();
    answering = answer.future();
    narrowed(ada);
    Await.until("it is asked", () -> questions.size() == 2);
    for (int i = 0; i < 10; i++) {
      narrowed(ada);
    }
    answer.complete();
    Await.until("it is asked once more", () -> questions.size() == 3);
    watch(ada, grace);
    assertEquals(4, questions.size(), "the last is that about the other");
  }

  @Test
  void whoIsOpenToFewerWhileItIsAskedIsNotHeard() {
    Promise<Void> answer = Promise.promise();
    answering = answer.future();
    Future<PresenceWatched> watched =
        onLoop(() -> watching.watch(socket, request(ada, grace), caller()));
    Await.until("the question was asked", () -> questions.size() == 1);
    narrowed(ada);
    onLoop(
        () -> {
          answer.complete();
          return invisible.add(ada);
        });
    assertEquals(List.of(grace), Await.get(watched).accounts());
  }

  @Test
  void whoPartsWhileItIsAskedIsNotHeard() {
    Promise<Void> answer = Promise.promise();
    answering = answer.future();
    Future<PresenceWatched> watched =
        onLoop(() -> watching.watch(socket, request(ada, grace), caller()));
    Await.until("the question was asked", () -> questions.size() == 1);
    parted(socket.account, ada);
    onLoop(
        () -> {
          answer.complete();
          return invisible.add(ada);
        });
    assertEquals(List.of(grace), Await.get(watched).accounts());
  }

  @Test
  void aRoundFindsWhatNoSignalTold() {
    watch(ada, grace);
    invisible.add(ada);
    onLoop(
        () -> {
          new Reasking(vertx, index, client, Duration.ofMillis(20)).start();
          return null;
        });
    awaitHeard(1);
    assertEquals(List.of(ada + " unknown"), heard());
  }

  @Test
  void anUnansweredQuestionTakesNothingAway() {
    watch(ada);
    failure = FailureCode.UNAVAILABLE;
    parted(ada, socket.account);
    Await.until("it was asked again", () -> questions.size() == 2);
    tell(ada, PresenceState.ONLINE);
    awaitHeard(1);
  }

  private void parted(UserId one, UserId other) {
    onLoop(
        () -> {
          reasking.parted(new RelationEnded(one, other));
          return null;
        });
  }

  private void narrowed(UserId account) {
    onLoop(
        () -> {
          reasking.narrowed(new ReachNarrowed(account));
          return null;
        });
  }

  private List<UserId> watch(UserId... accounts) {
    return Await.get(onLoop(() -> watching.watch(socket, request(accounts), caller()))).accounts();
  }

  private FailureCode refusal(UserId... accounts) {
    return assertThrows(BusFailure.class, () -> watch(accounts)).code();
  }

  private static FailureCode refusal(Future<PresenceWatched> watched) {
    return assertThrows(BusFailure.class, () -> Await.get(watched)).code();
  }

  private static WatchPresence request(UserId... accounts) {
    return new WatchPresence(List.of(accounts));
  }

  private Caller caller() {
    return socket.caller(PresenceOperations.WATCH_PRESENCE);
  }

  private void tell(UserId account, PresenceState state) {
    onLoop(
        () -> {
          Delivery.of(
                  PresenceOperations.PRESENCE_CHANGES,
                  account.toString(),
                  new Presence(account, state))
              .forEach(order::deliver);
          return null;
        });
  }

  private void tell(Profile profile) {
    onLoop(
        () -> {
          Delivery.of(ProfileOperations.PROFILE_CHANGES, profile.account().toString(), profile)
              .forEach(order::deliver);
          return null;
        });
  }

  private static String profileAddress(UserId account) {
    return ProfileOperations.PROFILE_CHANGES.address(account.toString());
  }

  private void awaitHeard(int frames) {
    Await.until(frames + " frames", () -> recording.written.size() == frames);
  }

  private List<String> heard() {
    List<String> heard = new ArrayList<>();
    for (JsonObject frame : recording.written) {
      JsonObject body = frame.getJsonObject("body");
      heard.add(body.getString("account") + " " + body.getString("state"));
    }
    return heard;
  }

  private static Channel channel(UserId account) {
    return Channel.of(
        PresenceOperations.PRESENCE_CHANGES,
        PresenceOperations.PRESENCE_CHANGES.address(account.toString()));
  }

  private Future<VisibleAccounts> select(SelectVisible request, Caller caller) {
    assertEquals(recording.account, caller.user());
    questions.add(request);
    return failure == null
        ? answering.map(
            now ->
                new VisibleAccounts(
                    request.accounts().stream().filter(one -> !invisible.contains(one)).toList()))
        : Future.failedFuture(BusFailure.of(failure));
  }

  private Future<Subscription> authorise(Subscribe request, Caller caller) {
    return Future.succeededFuture(new Subscription(null));
  }

  /** Runs on the loop that all of this belongs to. */
  private <T> T onLoop(Callable<T> task) {
    return Await.get(
        Future.future(
            done ->
                loop.runOnContext(
                    run -> {
                      try {
                        done.complete(task.call());
                      } catch (Exception thrown) {
                        done.fail(thrown);
                      }
                    })));
  }

  private final class Listened implements Interest {
    @Override
    public void begins(Channel channel) {
      listened.add(channel.address());
      everListened.add(channel.address());
    }

    @Override
    public void ends(Channel channel) {
      listened.remove(channel.address());
    }
  }
}
