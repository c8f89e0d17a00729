package parley.gateway.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
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
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.feed.FeedHead;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Heads;
import parley.contract.feed.Item;
import parley.contract.feed.MemberItem;
import parley.contract.feed.Range;
import parley.contract.feed.ReadHeads;
import parley.contract.feed.ReadRange;
import parley.contract.id.UserId;
import parley.gateway.GatewayMetrics;
import parley.testkit.bridge.Await;

/** The order of deliveries against a persistence that holds one feed in memory. */
class DeliveryOrderTest {
  private static final DeliveryConfig CONFIG =
      new DeliveryConfig(
          Duration.ofMillis(10),
          Duration.ofMillis(20),
          Duration.ofMillis(50),
          Duration.ofMillis(500));

  private final FeedId feed = new FeedId(FeedId.Kind.CONVERSATION, UUID.randomUUID());
  private final String address = feed + ".events";
  private final List<Item> stored = new CopyOnWriteArrayList<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger headsAsked = new AtomicInteger();
  private final AtomicBoolean headsAway = new AtomicBoolean();
  private final List<Frame> frames = new CopyOnWriteArrayList<>();
  private final Edge edge = frames::add;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private Vertx vertx;
  private Context context;
  private BusClient bus;
  private DeliveryOrder order;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    ParleyBus.install(vertx, Catalog.core());
    BusServer server = new BusServer(vertx.eventBus());
    Await.get(server.serve(FeedOperations.FEED_READ, this::read));
    Await.get(server.serve(FeedOperations.FEED_HEADS, this::heads));
    context = vertx.getOrCreateContext();
    Await.get(
        Future.<Void>future(
            done ->
                context.runOnContext(
                    task -> {
                      bus = new BusClient(vertx);
                      order = new DeliveryOrder(vertx, CONFIG, bus, new GatewayMetrics(meters));
                      order.start(bus).onComplete(done);
                    })));
  }

  @AfterEach
  void stop() {
    Await.get(vertx.close());
  }

  @Test
  void releasesInOrderWhatArrivesInOrder() {
    attach();
    publish(store());
    publish(store());
    awaitThrough(2);
    assertEquals(0, reads.get());
  }

  @Test
  void fetchesAHoleOnceForAllEdges() {
    attach();
    Await.get(order.attach(Channel.of(feed), frame -> {}));
    store();
    publish(store());
    awaitThrough(2);
    assertEquals(1, reads.get());
  }

  @Test
  void findsALostLastChangeByTheBeacon() {
    attach();
    store();
    bus.tell(FeedOperations.HEADS, new Heads(List.of(new FeedHead(feed, head()))));
    awaitThrough(1);
  }

  @Test
  void comparesAllFeedsWhenTheBeaconIsSilent() {
    attach();
    store();
    awaitThrough(1);
  }

  @Test
  void comparesAgainUntilItSucceedsAlsoIfTheBeaconIsBackMeanwhile() {
    attach();
    headsAway.set(true);
    store();
    Await.until("a comparison has failed", () -> headsAsked.get() > 0);
    headsAway.set(false);
    awaitThroughWhileBeaconsTellOfNothing(1);
  }

  @Test
  void comparesAfterASilenceThatABeaconEnds() {
    attach();
    long silent = System.nanoTime() + CONFIG.silence().toNanos();
    Await.until("it was silent for long", () -> System.nanoTime() > silent);
    store();
    awaitThroughWhileBeaconsTellOfNothing(1);
  }

  @Test
  void beginsAtTheHeadThatIsStoredNotAtTheFirstChangeThatIsHeard() {
    store();
    store();
    assertEquals(2, Await.get(order.attach(Channel.of(feed), edge)));
    publish(store());
    awaitThrough(3);
    assertEquals(0, reads.get());
  }

  @Test
  void refusesAFeedThatDoesNotExist() {
    FeedId other = new FeedId(FeedId.Kind.CONVERSATION, UUID.randomUUID());
    BusFailure refused =
        assertThrows(BusFailure.class, () -> Await.get(order.attach(Channel.of(other), edge)));
    assertEquals(FailureCode.NOT_FOUND, refused.code());
  }

  @Test
  void cutsAFetchedRangeBehindTheEndOfAMembership() {
    attach();
    UserId removed = new UserId(UUID.randomUUID());
    store();
    stored.add(new MemberItem(head() + 1, removed, MemberState.REMOVED, Role.MEMBER));
    publish(store());
    awaitThrough(3);
    Frame end = frames.stream().filter(frame -> frame.removed() != null).findFirst().orElseThrow();
    assertEquals(removed, end.removed());
    assertEquals(2, end.through());
  }

  @Test
  void encodesABusyFeedsChangesAsFewFrames() {
    attach();
    List<Range> ranges = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      ranges.add(store());
    }
    publish(ranges);
    awaitThrough(200);
    double encoded = meters.counter("gateway.frames.encoded").count();
    assertEquals(frames.size(), (int) encoded);
    assertEquals(200, (int) meters.counter("gateway.deliveries.released").count());
    assertTrue(encoded < 50, "frames: " + encoded);
  }

  private void attach() {
    Await.get(order.attach(Channel.of(feed), edge));
  }

  private void publish(Range range) {
    publish(List.of(range));
  }

  private void publish(List<Range> ranges) {
    context.runOnContext(task -> bus.announce(ranges));
  }

  /** One more member joins; the range that would be announced. */
  private Range store() {
    long number = head() + 1;
    MemberItem item =
        new MemberItem(number, new UserId(UUID.randomUUID()), MemberState.JOINED, Role.MEMBER);
    stored.add(item);
    return new Range(feed, number - 1, number, List.of(item));
  }

  private long head() {
    return stored.isEmpty() ? 0 : stored.get(stored.size() - 1).changed();
  }

  private void awaitThrough(long number) {
    Await.until(
        "a frame through " + number + ", there are " + frames,
        () -> !frames.isEmpty() && frames.get(frames.size() - 1).through() == number);
  }

  /** The change is too old for the beacons, which are not silent. */
  private void awaitThroughWhileBeaconsTellOfNothing(long number) {
    Await.until(
        "compared",
        () -> {
          bus.tell(FeedOperations.HEADS, new Heads(List.of()));
          return !frames.isEmpty();
        });
    awaitThrough(number);
  }

  private Future<Range> read(ReadRange request, Caller caller) {
    reads.incrementAndGet();
    List<Item> items =
        stored.stream()
            .filter(item -> item.changed() > request.after())
            .limit(request.limit())
            .toList();
    return Future.succeededFuture(new Range(feed, request.after(), head(), items));
  }

  private Future<Heads> heads(ReadHeads request, Caller caller) {
    if (headsAway.get()) {
      headsAsked.incrementAndGet();
      return Future.failedFuture(BusFailure.of(FailureCode.UNAVAILABLE));
    }
    return Future.succeededFuture(
        new Heads(
            request.feeds().contains(feed) ? List.of(new FeedHead(feed, head())) : List.of()));
  }
}
