package dice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.bus.BusClient;
import parley.bus.BusServer;
import parley.bus.Deliveries;
import parley.bus.Delivery;
import parley.bus.ParleyBus;
import parley.config.ConfigReader;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.Catalog;
import parley.contract.Deadline;
import parley.contract.FailureCode;
import parley.contract.Json;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Subscribe;
import parley.contract.feed.Subscription;
import parley.contract.id.ClientId;
import parley.contract.id.ConversationId;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;
import parley.testkit.bridge.Await;

/** The deployed verticle, before a chat that knows one member. */
class DiceVerticleTest {
  private static final UserId MEMBER = new UserId(new UUID(0, 1));
  private static final UserId STRANGER = new UserId(new UUID(0, 2));
  private static final ConversationId ROOM = new ConversationId(new UUID(0, 3));
  private static final ThrowDice THROW = new ThrowDice(ROOM, new ClientId(new UUID(0, 4)), 6);

  private final Vertx vertx = Vertx.vertx();
  private final List<Delivery> delivered = new CopyOnWriteArrayList<>();
  private BusClient bus;

  @BeforeEach
  void deploy() {
    ParleyBus.install(vertx, Catalog.with(List.of(new DiceOperations())));
    bus = new BusClient(vertx);
    Await.get(
        new BusServer(vertx.eventBus())
            .serve(FeedOperations.AUTHORISE_CONVERSATION, DiceVerticleTest::authorise));
    Await.get(Deliveries.receive(vertx.eventBus(), address -> true, delivered::add));
    ConfigReader settings = new ConfigReader(Map.of(), Map.of());
    Await.get(vertx.deployVerticle(new DiceExtension().configured(settings).get()));
    assertEquals(List.of(), settings.problems());
  }

  @AfterEach
  void close() {
    Await.get(vertx.close());
  }

  @Test
  void answersTheThrowerAndTellsTheTopic() {
    DiceThrown thrown = Await.get(bus.request(DiceOperations.THROW_DICE, THROW, caller(MEMBER)));
    assertEquals(MEMBER, thrown.account());
    Await.until("told", () -> !delivered.isEmpty());
    assertEquals("dice." + ROOM + ".rolls", delivered.get(0).address());
    assertEquals(thrown, Json.decodeStrictly(delivered.get(0).json(), DiceThrown.class));
  }

  @Test
  void refusesAStrangerAndTellsNobody() {
    assertRefused(bus.request(DiceOperations.THROW_DICE, THROW, caller(STRANGER)));
    Await.get(bus.request(DiceOperations.THROW_DICE, THROW, caller(MEMBER)));
    Await.until("told", () -> !delivered.isEmpty());
    assertEquals(1, delivered.size(), "the member's throw alone");
  }

  @Test
  void letsMembersListenAndNobodyElse() {
    Subscribe question = new Subscribe(ROOM.toString());
    assertNull(
        Await.get(bus.request(DiceOperations.AUTHORISE_ROLLS, question, caller(MEMBER))).head());
    assertRefused(bus.request(DiceOperations.AUTHORISE_ROLLS, question, caller(STRANGER)));
  }

  private static void assertRefused(Future<?> answer) {
    BusFailure refused = assertThrows(BusFailure.class, () -> Await.get(answer));
    assertEquals(FailureCode.NOT_A_MEMBER, refused.code());
  }

  private static Future<Subscription> authorise(Subscribe request, Caller caller) {
    return caller.user().equals(MEMBER) && request.id().equals(ROOM.toString())
        ? Future.succeededFuture(new Subscription(7L))
        : Future.failedFuture(BusFailure.of(FailureCode.NOT_A_MEMBER));
  }

  private static Caller caller(UserId account) {
    SessionId session = new SessionId(new UUID(0, 5));
    return new Caller(account, session, "test", Deadline.in(Duration.ofSeconds(5)));
  }
}
