package parley.launcher.relations;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import parley.bus.BusClient;
import parley.bus.Deliveries;
import parley.bus.Delivery;
import parley.bus.ParleyBus;
import parley.chat.ChatConfig;
import parley.chat.ChatVerticle;
import parley.config.ConfigReader;
import parley.contract.Caller;
import parley.contract.Catalog;
import parley.contract.Deadline;
import parley.contract.Operation;
import parley.contract.account.AccountOperations;
import parley.contract.account.StoreAccount;
import parley.contract.feed.FeedId;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;
import parley.persistence.PersistenceConfig;
import parley.persistence.PersistenceVerticle;
import parley.testkit.bridge.Await;

/** Two chats and two persistences on one bus, and everything that they announce. */
final class RelationRig implements AutoCloseable {
  private static final int INSTANCES = 2;

  private final Vertx vertx = Vertx.vertx();
  private final BusClient bus;
  private final Map<String, List<Delivery>> announced = new ConcurrentHashMap<>();

  RelationRig(String postgres) {
    ParleyBus.install(vertx, Catalog.core());
    bus = new BusClient(vertx);
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    ConfigReader defaults = new ConfigReader(Map.of(), new HashMap<>());
    PersistenceConfig config = PersistenceConfig.from(defaults).withPostgres(URI.create(postgres));
    ChatConfig chat = ChatConfig.from(defaults);
    DeploymentOptions two = new DeploymentOptions().setInstances(INSTANCES);
    Await.get(vertx.deployVerticle(() -> new PersistenceVerticle(config, meters), two));
    Await.get(vertx.deployVerticle(() -> new ChatVerticle(chat, meters), two));
    Await.get(Deliveries.receive(vertx.eventBus(), address -> true, this::note));
  }

  private void note(Delivery delivery) {
    announced
        .computeIfAbsent(delivery.address(), absent -> new CopyOnWriteArrayList<>())
        .add(delivery);
  }

  /** A new account. */
  UserId account() {
    UserId account = new UserId(UUID.randomUUID());
    String name = "u" + account.toString().replace("-", "").substring(1);
    Await.get(
        bus.request(
            AccountOperations.STORE_ACCOUNT,
            new StoreAccount(account, name, name, "Name", "$argon2id$x"),
            Caller.process("test", Duration.ofSeconds(5))));
    return account;
  }

  /** Asks as somebody. */
  <Q, A> Future<A> ask(Operation<Q, A> operation, Q request, UserId as) {
    SessionId session = new SessionId(UUID.randomUUID());
    Deadline deadline = Deadline.in(Duration.ofSeconds(5));
    return bus.request(operation, request, new Caller(as, session, "test", deadline));
  }

  /** What was announced of an account's feed, in the order of hearing. */
  List<Delivery> announcedOf(UserId account) {
    return announced.getOrDefault(FeedId.of(account) + ".events", List.of());
  }

  @Override
  public void close() {
    Await.get(vertx.close());
  }
}
