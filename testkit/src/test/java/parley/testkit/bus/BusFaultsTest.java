package parley.testkit.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.bus.BusClient;
import parley.bus.Deliveries;
import parley.bus.Delivery;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Range;
import parley.contract.id.ConversationId;
import parley.testkit.bridge.Await;

class BusFaultsTest {
  private static final String ADDRESS = "test.echo";
  private static final ConversationId ROOM = new ConversationId(UUID.randomUUID());
  private static final String CHANNEL = FeedOperations.CONVERSATION_EVENTS.address(ROOM.toString());

  private final Vertx vertx = Vertx.vertx();
  private final BusFaults faults = BusFaults.on(vertx);
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<Long> delivered = new CopyOnWriteArrayList<>();

  @BeforeEach
  void listen() {
    Await.get(
        vertx
            .eventBus()
            .<String>consumer(
                ADDRESS,
                message -> {
                  heard.add(message.body());
                  message.reply(message.body());
                })
            .completion());
    Await.get(
        Deliveries.receive(
            vertx.eventBus(), CHANNEL::equals, delivery -> delivered.add(delivery.through())));
  }

  @AfterEach
  void close() {
    Await.get(vertx.close());
  }

  @Test
  void losesAsManyRequestsAsAsked() {
    BusFault fault = faults.lose(ADDRESS, 2);
    assertThrows(ReplyException.class, () -> ask("one"));
    assertThrows(ReplyException.class, () -> ask("two"));
    assertEquals("three", ask("three"));
    assertEquals(List.of("three"), heard);
    assertEquals(2, fault.effects());
  }

  @Test
  void losesOnlyWhatHasTheHeaders() {
    BusFault fault = faults.lose(ADDRESS, headers -> headers.contains("wanted"), 1);
    vertx.eventBus().send(ADDRESS, "goes");
    vertx.eventBus().send(ADDRESS, "is lost", new DeliveryOptions().addHeader("wanted", "yes"));
    assertEquals("goes too", ask("goes too"));
    assertEquals(List.of("goes", "goes too"), heard);
    assertEquals(1, fault.effects());
  }

  @Test
  void losesTheAnswerToWhatWasDone() {
    BusFault fault = faults.loseReplies(ADDRESS, 1);
    assertThrows(ReplyException.class, () -> ask("one"));
    assertEquals("two", ask("two"));
    assertEquals(List.of("one", "two"), heard);
    assertEquals(1, fault.effects());
  }

  @Test
  void losesOneDeliveryOfAChannel() {
    BusFault fault = faults.loseDelivery(CHANNEL, delivery -> delivery.through() == 2, 1);
    publish(1, 2, 3);
    awaitDelivered(1, 3);
    assertEquals(1, fault.effects());
  }

  @Test
  void holdsADeliveryBackWhileOthersOvertakeIt() {
    BusFault fault = faults.holdDelivery(CHANNEL, delivery -> delivery.through() == 1);
    publish(1, 2);
    awaitDelivered(2);
    fault.release();
    awaitDelivered(2, 1);
    publish(1);
    awaitDelivered(2, 1, 1);
  }

  @Test
  void countsWithoutTaking() {
    BusFault fault = faults.count(ADDRESS);
    assertEquals("one", ask("one"));
    assertEquals("two", ask("two"));
    assertEquals(2, fault.effects());
  }

  @Test
  void isWholeAgainWhenClosed() {
    faults.lose(ADDRESS, 100);
    faults.holdDelivery(CHANNEL, Delivery::numbered);
    publish(1);
    faults.close();
    awaitDelivered(1);
    assertEquals("one", ask("one"));
  }

  private String ask(String text) {
    Future<Message<String>> answer =
        vertx.eventBus().request(ADDRESS, text, new DeliveryOptions().setSendTimeout(200));
    return Await.get(answer.map(Message::body));
  }

  /** Each in a bus message of its own. */
  private void publish(long... numbers) {
    for (long number : numbers) {
      Range range = new Range(FeedId.of(ROOM), number - 1, number, List.of());
      new BusClient(vertx).publish(FeedOperations.CONVERSATION_EVENTS, ROOM.toString(), range);
    }
  }

  private void awaitDelivered(long... numbers) {
    List<Long> wanted = LongStream.of(numbers).boxed().toList();
    Await.until("delivered " + wanted, () -> delivered.equals(wanted));
  }
}
