package parley.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.contract.Catalog;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Range;

class DeliveryOutboxTest {
  private static final String ID = "0191b5a0-0000-7000-8000-0000000000c1";
  private final LinkedBlockingQueue<Delivery> received = new LinkedBlockingQueue<>();
  private final AtomicInteger busMessages = new AtomicInteger();
  private Vertx vertx;

  @BeforeEach
  void start() throws Exception {
    vertx = Vertx.vertx();
    ParleyBus.install(vertx, Catalog.core());
    await(
        Deliveries.receive(
            vertx.eventBus(), address -> !address.startsWith("none."), received::add));
    vertx
        .eventBus()
        .addOutboundInterceptor(
            sending -> {
              busMessages.incrementAndGet();
              sending.next();
            });
  }

  @AfterEach
  void stop() throws Exception {
    await(vertx.close());
  }

  @Test
  void aBurstLeavesInOrderAndInFewMessages() throws Exception {
    onOneContext(
        outbox -> {
          for (int i = 1; i <= 300; i++) {
            outbox.add(new Delivery("a.1.events", i - 1, i, null, "{\"n\":" + i + "}"));
          }
        });
    assertEquals(numbers(300), throughOf(take(300)));
    assertTrue(busMessages.get() < 100, busMessages + " messages for 300 deliveries");
  }

  @Test
  void whatComesAloneLeavesWithoutWaitingForATimer() throws Exception {
    onOneContext(
        outbox -> {
          outbox.add(new Delivery("a.1.events", 0, 1, null, "{}"));
          assertEquals(1, busMessages.get(), "left within the same task");
        });
    assertEquals(List.of(1L), throughOf(take(1)));
  }

  @Test
  void aLongQueueLeavesBeforeItsTime() throws Exception {
    String large = "\"" + "x".repeat(100_000) + "\"";
    onOneContext(
        outbox -> {
          for (int i = 1; i <= 20; i++) {
            outbox.add(new Delivery("a.1.events", i - 1, i, null, large));
          }
        });
    List<Delivery> all = take(20);
    assertEquals(numbers(20), throughOf(all));
    assertTrue(all.stream().allMatch(delivery -> delivery.json().equals(large)));
    assertTrue(busMessages.get() >= 6, busMessages + " messages for 2 MB");
  }

  @Test
  void whatIsOfNoInterestIsNotHandedOver() throws Exception {
    onOneContext(
        outbox -> {
          outbox.add(new Delivery("none.1.events", 0, 1, null, "{}"));
          outbox.add(new Delivery("a.1.events", 1, 2, null, "{}"));
        });
    assertEquals(List.of(2L), throughOf(take(1)));
  }

  @Test
  void announcedRangesTravelOnTheTopicsOfTheirFeeds() throws Exception {
    Range conversation = new Range(FeedId.of("conversation." + ID), 1, 2, List.of());
    Range user = new Range(FeedId.of("user." + ID), 4, 5, List.of());
    vertx.runOnContext(go -> new BusClient(vertx).announce(List.of(conversation, user)));
    List<Delivery> both = take(2);
    assertEquals(FeedOperations.CONVERSATION_EVENTS.address(ID), both.get(0).address());
    assertEquals(FeedOperations.USER_EVENTS.address(ID), both.get(1).address());
    assertEquals(List.of(2L, 5L), throughOf(both));
  }

  private interface Use {
    void of(DeliveryOutbox outbox);
  }

  private void onOneContext(Use use) throws Exception {
    await(
        Future.future(
            done ->
                vertx.runOnContext(
                    go -> {
                      use.of(new DeliveryOutbox(vertx));
                      done.complete();
                    })));
  }

  private List<Delivery> take(int count) throws InterruptedException {
    List<Delivery> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Delivery next = received.poll(10, TimeUnit.SECONDS);
      assertTrue(next != null, "only " + i + " of " + count + " arrived");
      taken.add(next);
    }
    assertTrue(received.isEmpty(), "more than " + count + " arrived");
    return taken;
  }

  private static List<Long> throughOf(List<Delivery> deliveries) {
    return deliveries.stream().map(Delivery::through).toList();
  }

  private static List<Long> numbers(long last) {
    return java.util.stream.LongStream.rangeClosed(1, last).boxed().toList();
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
