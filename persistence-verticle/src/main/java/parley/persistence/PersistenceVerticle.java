package parley.persistence;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import java.util.Objects;
import parley.bus.BusClient;
import parley.bus.BusServer;
import parley.contract.account.AccountOperations;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.RoomOperations;
import parley.contract.feed.FeedOperations;
import parley.contract.health.HealthOperations;
import parley.contract.message.MessageOperations;
import parley.contract.session.SessionOperations;
import parley.persistence.account.AccountStore;
import parley.persistence.conversation.ConversationStore;
import parley.persistence.conversation.DirectoryStore;
import parley.persistence.conversation.MarkStore;
import parley.persistence.conversation.MembershipStore;
import parley.persistence.conversation.RoomStore;
import parley.persistence.feed.FeedStore;
import parley.persistence.feed.HeadBeacon;
import parley.persistence.message.Appends;
import parley.persistence.message.HistoryStore;
import parley.persistence.pg.Database;
import parley.persistence.pg.PgLimits;
import parley.persistence.schema.Migrations;
import parley.persistence.session.SessionStore;

/**
 * Starts the persistence context: brings the tables up to date, serves the {@code persistence.*}
 * operations, tells the heads of feeds. Decides nothing. Any number of instances and processes may
 * run on one database.
 */
public final class PersistenceVerticle extends VerticleBase {
  private final PersistenceConfig config;
  private final PersistenceMetrics metrics;
  private Database database;
  private Database appending;
  private Appends appends;
  private HeadBeacon beacon;

  public PersistenceVerticle(PersistenceConfig config, MeterRegistry meters) {
    Objects.requireNonNull(config.postgres(), "postgres.url is not set");
    this.config = config;
    this.metrics = new PersistenceMetrics(meters);
  }

  /** Completes when the tables are there and every operation is reachable. */
  @Override
  public Future<?> start() {
    return new Migrations(vertx, config.postgres())
        .apply(config.startPatience())
        .compose(done -> open());
  }

  private Future<?> open() {
    PgLimits limits = config.limits();
    int lanes = config.appendLanes();
    database = Database.open(vertx, config.postgres(), limits, "parley");
    appending = Database.open(vertx, config.postgres(), limits.with(lanes, lanes), "parley-append");
    appends = new Appends(appending, metrics, lanes, config.appendWaiting(), config.appendBatch());
    beacon =
        new HeadBeacon(
            vertx,
            new BusClient(vertx),
            database,
            config.beaconPeriod(),
            limits.longestTransaction());
    return serve(new BusServer(vertx.eventBus())).onSuccess(served -> beacon.start());
  }

  private Future<?> serve(BusServer server) {
    FeedStore feeds = new FeedStore(database);
    HistoryStore history = new HistoryStore(database);
    RoomStore rooms = new RoomStore(database, config.maxConversations());
    DirectoryStore directory = new DirectoryStore(database);
    MembershipStore members = new MembershipStore(database, config.maxConversations());
    ConversationStore conversations = new ConversationStore(database);
    MarkStore marks = new MarkStore(database);
    AccountStore accounts = new AccountStore(database);
    SessionStore sessions = new SessionStore(database);
    HealthCheck health = new HealthCheck(database);
    return Future.all(
        List.of(
            server.serve(MessageOperations.APPEND_MESSAGE, appends::append),
            server.serve(MessageOperations.HISTORY_READ, history::read),
            server.serve(FeedOperations.FEED_READ, feeds::read),
            server.serve(FeedOperations.FEED_HEADS, feeds::heads),
            server.serve(RoomOperations.STORE_ROOM, rooms::store),
            server.serve(RoomOperations.FIND_ROOMS, directory::list),
            server.serve(RoomOperations.CHANGE_MEMBERSHIP, members::change),
            server.serve(ConversationOperations.FIND_CONVERSATIONS, conversations::list),
            server.serve(ConversationOperations.READ_STANDING, conversations::standing),
            server.serve(ConversationOperations.MOVE_READ_MARK, marks::move),
            server.serve(AccountOperations.STORE_ACCOUNT, accounts::store),
            server.serve(AccountOperations.PROFILES_READ, accounts::profiles),
            server.serve(AccountOperations.FIND_CREDENTIALS, accounts::credentials),
            server.serve(SessionOperations.OPEN_SESSION, sessions::open),
            server.serve(SessionOperations.READ_SESSION, sessions::read),
            server.serve(SessionOperations.ROTATE_SESSION, sessions::rotate),
            server.serve(SessionOperations.END_SESSION, sessions::end),
            server.serve(SessionOperations.LIST_ENDED_SESSIONS, sessions::ended),
            server.serve(HealthOperations.PERSISTENCE_HEALTH, health::read)));
  }

  /** Answers what waits, then closes in reverse. */
  @Override
  public Future<?> stop() {
    if (database == null) {
      return Future.succeededFuture();
    }
    beacon.stop();
    return appends.stop().eventually(appending::close).eventually(database::close);
  }
}
