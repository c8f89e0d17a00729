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
import java.util.UUID;
import java.util.concurrent.Callable;
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
import parley.contract.CloseCode;
import parley.contract.FailureCode;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.feed.FeedHead;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Heads;
import parley.contract.feed.MemberItem;
import parley.contract.feed.MessageItem;
import parley.contract.feed.Range;
import parley.contract.feed.ReadHeads;
import parley.contract.feed.Subscribe;
import parley.contract.feed.Subscription;
import parley.contract.id.ClientId;
import parley.contract.id.UserId;
import parley.contract.message.TextContent;
import parley.gateway.GatewayMetrics;
import parley.gateway.delivery.Channel;
import parley.gateway.delivery.DeliveryConfig;
import parley.gateway.delivery.DeliveryOrder;
import parley.testkit.bridge.Await;

/** The races between asking whether one may listen, the end of a membership, and what arrives. */
class SubscribingTest {
  private static final int HEAD = 10;
  private static final int MOST_SUBSCRIPTIONS = 3;
  private static final int OUTBOUND_CAP = 2_000;

  private final FeedId feed = new FeedId(FeedId.Kind.CONVERSATION, UUID.randomUUID());
  private final String address = feed + ".events";
  private final RecordingSocket recording = new RecordingSocket();
  private final Socket socket = recording.socket(OUTBOUND_CAP);
  private final AtomicInteger questions = new AtomicInteger();
  private final Promise<Subscription> answer = Promise.promise();

  private Vertx vertx;
  private Context loop;
  private BusClient bus;
  private Subscribing subscribing;
  private SubscriptionIndex index;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    ParleyBus.install(vertx, Catalog.core());
    BusServer server = new BusServer(vertx.eventBus());
    Await.get(server.serve(FeedOperations.FEED_HEADS, this::heads));
    Await.get(server.serve(FeedOperations.AUTHORISE_CONVERSATION, this::authorise));
    loop = vertx.getOrCreateContext();
    DeliveryConfig config =
        new DeliveryConfig(
            Duration.ofMillis(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMinutes(1));
    GatewayMetrics metrics = new GatewayMetrics(new SimpleMeterRegistry());
    bus = onLoop(() -> new BusClient(vertx));
    DeliveryOrder order = onLoop(() -> new DeliveryOrder(vertx, config, bus, metrics));
    Await.get(onLoop(() -> order.start(bus)));
    index = new SubscriptionIndex(loop, order, metrics, MOST_SUBSCRIPTIONS);
    subscribing = new Subscribing(Catalog.core(), index, bus);
  }

  @AfterEach
  void stop() {
    Await.get(vertx.close());
  }

  @Test
  void hearsNothingBeforeItIsAuthorisedAndEverythingAfterwards() {
    Future<Long> subscribed = subscribe();
    publish(change(HEAD + 1));
    awaitHeardByTheLoop(HEAD + 1);
    answer.complete(new Subscription((long) HEAD + 1));
    assertEquals(HEAD + 1, Await.get(subscribed));
    publish(change(HEAD + 2));
    Await.until("one range", () -> recording.written.size() == 1);
    assertEquals(HEAD + 1, body(0).getLong("after"));
  }

  @Test
  void isToldTheHeadItMayReadUpToWhenMoreWasReleasedMeanwhile() {
    Future<Long> subscribed = subscribe();
    publish(change(HEAD + 1));
    publish(change(HEAD + 2));
    publish(change(HEAD + 3));
    awaitHeardByTheLoop(HEAD + 3);
    answer.complete(new Subscription((long) HEAD + 1));
    assertEquals(HEAD + 3, Await.get(subscribed));
    assertEquals(1, questions.get(), "one question is enough");
  }

  @Test
  void isRefusedWhenTheMembershipEndsBetweenQuestionAndAnswer() {
    Future<Long> subscribed = subscribe();
    publish(removal(HEAD + 1));
    publish(change(HEAD + 2));
    awaitHeardByTheLoop(HEAD + 2);
    answer.complete(new Subscription((long) HEAD));
    assertEquals(FailureCode.NOT_A_MEMBER, refusal(subscribed));
    assertTrue(recording.written.isEmpty());
    assertTrue(socket.subscriptions.isEmpty());
  }

  @Test
  void staysWhenTheEndOfTheMembershipIsOlderThanTheAnswer() {
    Future<Long> subscribed = subscribe();
    answer.complete(new Subscription((long) HEAD + 2));
    Await.get(subscribed);
    publish(removal(HEAD + 1));
    publish(change(HEAD + 2));
    publish(change(HEAD + 3));
    Await.until("what follows is heard", () -> through() == HEAD + 3);
  }

  @Test
  void hearsTheEndOfItsMembershipAndNothingAfterIt() {
    Future<Long> subscribed = subscribe();
    answer.complete(new Subscription((long) HEAD));
    Await.get(subscribed);
    publish(change(HEAD + 1));
    publish(removal(HEAD + 2));
    publish(change(HEAD + 3));
    Await.until("the end is heard", () -> through() == HEAD + 2);
    onLoop(() -> null);
    assertEquals(HEAD + 2, through());
    assertTrue(socket.subscriptions.isEmpty());
  }

  @Test
  void isNotToldOfMessagesFromBeforeItsMembershipWhichTheRangePasses() {
    Future<Long> subscribed = subscribe();
    answer.complete(new Subscription((long) HEAD, HEAD - 2));
    Await.get(subscribed);
    // As an edit will be: a message of long ago changes now, and another one does.
    publish(
        new Range(
            feed, HEAD, HEAD + 2, List.of(edited(HEAD + 1, HEAD - 3), edited(HEAD + 2, HEAD - 2))));
    publish(new Range(feed, HEAD + 2, HEAD + 3, List.of(edited(HEAD + 3, 1))));
    Await.until("everything is heard", () -> through() == HEAD + 3);
    List<JsonObject> items = new ArrayList<>();
    long position = HEAD;
    for (JsonObject frame : recording.written) {
      assertEquals(position, frame.getJsonObject("body").getLong("after"), "ranges join on");
      position = frame.getJsonObject("body").getLong("through");
      frame.getJsonObject("body").getJsonArray("items").forEach(o -> items.add((JsonObject) o));
    }
    assertEquals(HEAD + 3, position);
    assertEquals(List.of(HEAD - 2), items.stream().map(i -> i.getInteger("posted")).toList());
  }

  private MessageItem edited(long changed, long posted) {
    return new MessageItem(
        changed,
        posted,
        1,
        recording.account,
        new ClientId(UUID.randomUUID()),
        1,
        new TextContent("text"),
        null,
        null);
  }

  @Test
  void isNotActivatedWhenTheSocketHasGoneMeanwhile() {
    Future<Long> subscribed = subscribe();
    onLoop(
        () -> {
          index.dropAll(socket);
          return null;
        });
    answer.complete(new Subscription((long) HEAD));
    assertEquals(FailureCode.UNAVAILABLE, refusal(subscribed));
  }

  @Test
  void doesNotBeginForASocketThatHasGone() {
    socket.gone();
    BusFailure refused = assertThrows(BusFailure.class, this::subscribe);
    assertEquals(FailureCode.UNAVAILABLE, refused.code());
    assertTrue(socket.subscriptions.isEmpty());
  }

  @Test
  void isForgottenWhenItIsRefused() {
    Future<Long> subscribed = subscribe();
    answer.fail(BusFailure.of(FailureCode.NOT_A_MEMBER));
    assertEquals(FailureCode.NOT_A_MEMBER, refusal(subscribed));
    assertTrue(socket.subscriptions.isEmpty());
  }

  @Test
  void mayNotListenToMoreThanTheBound() {
    for (int i = 0; i < MOST_SUBSCRIPTIONS; i++) {
      FeedId other = new FeedId(FeedId.Kind.CONVERSATION, UUID.randomUUID());
      onLoop(() -> index.enter(socket, Channel.of(other)));
    }
    BusFailure refused = assertThrows(BusFailure.class, this::subscribe);
    assertEquals(FailureCode.TOO_MANY, refused.code());
  }

  @Test
  void closesASocketThatDoesNotReadAndForgetsIt() {
    Future<Long> subscribed = subscribe();
    answer.complete(new Subscription((long) HEAD));
    Await.get(subscribed);
    recording.stopReading();
    for (int n = HEAD + 1; recording.closeCodes.isEmpty() && n < HEAD + 200; n++) {
      publish(change(n));
      long number = n;
      Await.until(
          "written or closed", () -> through() == number || !recording.closeCodes.isEmpty());
    }
    assertEquals(List.of(CloseCode.TOO_SLOW.number()), recording.closeCodes);
    assertTrue(socket.subscriptions.isEmpty());
  }

  private Future<Long> subscribe() {
    Future<Long> subscribed = onLoop(() -> subscribing.subscribe(socket, address));
    Await.until("the question was asked", () -> questions.get() > 0 || subscribed.isComplete());
    return subscribed;
  }

  private void publish(Range range) {
    onLoop(
        () -> {
          bus.announce(List.of(range));
          return null;
        });
  }

  private Range change(long number) {
    return range(number, new UserId(UUID.randomUUID()), MemberState.JOINED);
  }

  private Range removal(long number) {
    return range(number, recording.account, MemberState.REMOVED);
  }

  private Range range(long number, UserId account, MemberState state) {
    return new Range(
        feed, number - 1, number, List.of(new MemberItem(number, account, state, Role.MEMBER)));
  }

  private void awaitHeardByTheLoop(long number) {
    Await.until(
        "the loop has heard " + number,
        () -> onLoop(() -> socket.subscriptions.get(address).listeners.seen()) == number);
  }

  private long through() {
    return recording.written.isEmpty()
        ? HEAD
        : body(recording.written.size() - 1).getLong("through");
  }

  private JsonObject body(int frame) {
    return recording.written.get(frame).getJsonObject("body");
  }

  private static FailureCode refusal(Future<Long> subscribed) {
    return assertThrows(BusFailure.class, () -> Await.get(subscribed)).code();
  }

  private Future<Heads> heads(ReadHeads request, Caller caller) {
    return Future.succeededFuture(
        new Heads(request.feeds().stream().map(each -> new FeedHead(each, HEAD)).toList()));
  }

  private Future<Subscription> authorise(Subscribe request, Caller caller) {
    questions.incrementAndGet();
    assertEquals(recording.account, caller.user());
    return answer.future();
  }

  /** Runs on the loop that all of this belongs to. */
  private <T> T onLoop(Callable<T> task) {
    return Await.get(
        Future.future(
            done ->
                loop.runOnContext(
                    here -> {
                      try {
                        done.complete(task.call());
                      } catch (Exception refused) {
                        done.fail(refused);
                      }
                    })));
  }
}
