package parley.launcher.groups;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
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
import parley.contract.Json;
import parley.contract.Operation;
import parley.contract.account.AccountOperations;
import parley.contract.account.OpenAccount;
import parley.contract.account.SettingsOperations;
import parley.contract.account.StoreAccount;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.ReadStanding;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Range;
import parley.contract.feed.ReadFeed;
import parley.contract.feed.ReadRange;
import parley.contract.id.ConversationId;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;
import parley.contract.relation.OpenTo;
import parley.persistence.PersistenceConfig;
import parley.persistence.PersistenceVerticle;
import parley.testkit.bridge.Await;

/** Two chats and two persistences on one bus, and everything that they announce. */
final class GroupRig implements AutoCloseable {
  private static final int INSTANCES = 2;
  private static final Duration ALLOWED = Duration.ofSeconds(5);

  private final Vertx vertx = Vertx.vertx();
  private final BusClient bus;
  private final Map<String, List<Delivery>> announced = new ConcurrentHashMap<>();

  GroupRig(String postgres) {
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

  /** Somebody new whom everybody may invite. */
  UserId account() {
    UserId account = new UserId(UUID.randomUUID());
    String name = "u" + account.toString().replace("-", "").substring(1);
    Await.get(
        bus.request(
            AccountOperations.STORE_ACCOUNT,
            new StoreAccount(account, name, name, "Name", "$argon2id$x"),
            Caller.process("test", ALLOWED)));
    Await.get(ask(SettingsOperations.OPEN_ACCOUNT, new OpenAccount(OpenTo.EVERYBODY), account));
    return account;
  }

  /** Asks as somebody. */
  <Q, A> Future<A> ask(Operation<Q, A> operation, Q request, UserId as) {
    SessionId session = new SessionId(UUID.randomUUID());
    return bus.request(operation, request, new Caller(as, session, "test", Deadline.in(ALLOWED)));
  }

  /** Whether somebody is a member now. */
  boolean belongs(UserId account, ConversationId conversation) {
    ReadStanding question = new ReadStanding(conversation, account);
    Caller process = Caller.process("test", ALLOWED);
    return Await.get(bus.request(ConversationOperations.READ_STANDING, question, process)).joined();
  }

  /** The feed as a fresh reader finds it, in pages of this size. */
  List<Range> read(FeedId feed, int page) {
    List<Range> pages = new CopyOnWriteArrayList<>();
    long after = 0;
    Range read;
    do {
      ReadRange question = new ReadRange(feed, after, null, page, 0);
      read =
          Await.get(
              bus.request(FeedOperations.FEED_READ, question, Caller.process("test", ALLOWED)));
      pages.add(read);
      after = read.through();
    } while (read.through() > read.after());
    return pages;
  }

  /** The feed of a conversation as a member reads it, in pages of this size. */
  List<Range> readAs(UserId account, FeedId feed, int page) {
    List<Range> pages = new CopyOnWriteArrayList<>();
    long after = 0;
    Range read;
    do {
      read = Await.get(ask(FeedOperations.READ_FEED, new ReadFeed(feed, after, page), account));
      pages.add(read);
      after = read.through();
    } while (read.through() > read.after());
    return pages;
  }

  /** What came by itself of a feed, in the order of its numbers, once all of it has come. */
  List<Range> heard(FeedId feed, long head) {
    Await.until("everything of " + feed, () -> ranges(feed).size() > 0 && through(feed) == head);
    return ranges(feed);
  }

  private long through(FeedId feed) {
    long position = 0;
    for (Range range : ranges(feed)) {
      position = range.after() == position ? range.through() : position;
    }
    return position;
  }

  private List<Range> ranges(FeedId feed) {
    return announced.getOrDefault(feed + ".events", List.of()).stream()
        .sorted(Comparator.comparingLong(Delivery::after))
        .map(one -> range(feed, one))
        .toList();
  }

  private static Range range(FeedId feed, Delivery one) {
    String json =
        "{\"feed\":\"%s\",\"after\":%d,\"through\":%d,\"items\":[%s]}"
            .formatted(feed, one.after(), one.through(), one.json());
    return Json.decodeLeniently(json, Range.class);
  }

  @Override
  public void close() {
    Await.get(vertx.close());
  }
}
