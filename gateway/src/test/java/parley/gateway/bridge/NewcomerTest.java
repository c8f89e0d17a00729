package parley.gateway.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.bus.BusClient;
import parley.bus.BusServer;
import parley.bus.Delivery;
import parley.bus.ParleyBus;
import parley.contract.Caller;
import parley.contract.Catalog;
import parley.contract.feed.FeedHead;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Heads;
import parley.contract.feed.MessageItem;
import parley.contract.feed.Range;
import parley.contract.feed.ReadHeads;
import parley.contract.feed.Subscribe;
import parley.contract.feed.Subscription;
import parley.contract.id.ClientId;
import parley.contract.id.UserId;
import parley.contract.message.TextContent;
import parley.gateway.GatewayMetrics;
import parley.gateway.delivery.DeliveryConfig;
import parley.gateway.delivery.DeliveryOrder;
import parley.testkit.bridge.Await;

/** Sockets at one conversation, of which one may see what was posted from number 6 on. */
class NewcomerTest {
  private static final long HEAD = 5;
  private static final DeliveryConfig CONFIG =
      new DeliveryConfig(
          Duration.ofMillis(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofMinutes(1));

  private final FeedId feed = new FeedId(FeedId.Kind.CONVERSATION, UUID.randomUUID());
  private final RecordingSocket member = new RecordingSocket();
  private final RecordingSocket newcomer = new RecordingSocket();

  private Vertx vertx;
  private Context loop;
  private DeliveryOrder order;
  private Subscribing subscribing;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    ParleyBus.install(vertx, Catalog.core());
    BusServer server = new BusServer(vertx.eventBus());
    Await.get(server.serve(FeedOperations.FEED_HEADS, this::heads));
    Await.get(server.serve(FeedOperations.AUTHORISE_CONVERSATION, this::authorise));
    loop = vertx.getOrCreateContext();
    GatewayMetrics metrics = new GatewayMetrics(new SimpleMeterRegistry());
    BusClient bus = onLoop(() -> new BusClient(vertx));
    order = onLoop(() -> new DeliveryOrder(vertx, CONFIG, bus, metrics));
    SubscriptionIndex index = new SubscriptionIndex(loop, order, metrics, 10);
    subscribing = new Subscribing(Catalog.core(), index, bus);
  }

  @AfterEach
  void stop() {
    Await.get(vertx.close());
  }

  @Test
  void hearsOfNoOlderMessageWhenItChangesAndKeepsItsPlaceInTheFeed() {
    listen(member);
    listen(newcomer);
    int heads = newcomer.written.size();
    announce(message(HEAD + 1, 2));
    announce(message(HEAD + 2, HEAD + 2));
    Await.until("both changes", () -> through(newcomer) == HEAD + 2 && through(member) == HEAD + 2);
    assertEquals(List.of(2L, HEAD + 2), posted(member, heads));
    assertEquals(List.of(HEAD + 2), posted(newcomer, heads));
    assertEquals(HEAD, first(newcomer, heads).getLong("after"));
  }

  private void listen(RecordingSocket recording) {
    Socket socket = recording.socket(100_000);
    Await.get(onLoop(() -> subscribing.register(socket, feed + ".events")));
  }

  private void announce(MessageItem item) {
    Range range = new Range(feed, item.changed() - 1, item.changed(), List.of(item));
    onLoop(
        () -> {
          Delivery.of(feed + ".events", range).forEach(order::deliver);
          return null;
        });
  }

  private static long through(RecordingSocket recording) {
    return recording.written.isEmpty()
        ? 0
        : recording
            .written
            .get(recording.written.size() - 1)
            .getJsonObject("body")
            .getLong("through");
  }

  private static JsonObject first(RecordingSocket recording, int from) {
    return recording.written.get(from).getJsonObject("body");
  }

  private static List<Long> posted(RecordingSocket recording, int from) {
    return recording.written.stream()
        .skip(from)
        .flatMap(frame -> frame.getJsonObject("body").getJsonArray("items").stream())
        .map(item -> ((JsonObject) item).getLong("posted"))
        .toList();
  }

  private static MessageItem message(long changed, long posted) {
    return new MessageItem(
        changed,
        posted,
        posted,
        new UserId(UUID.randomUUID()),
        new ClientId(UUID.randomUUID()),
        1,
        new TextContent("text"),
        null,
        null);
  }

  private Future<Heads> heads(ReadHeads request, Caller caller) {
    return Future.succeededFuture(new Heads(List.of(new FeedHead(feed, HEAD))));
  }

  private Future<Subscription> authorise(Subscribe request, Caller caller) {
    boolean isNew = caller.user().equals(newcomer.account);
    return Future.succeededFuture(new Subscription(HEAD, isNew ? HEAD + 1 : 0));
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
}
