package parley.persistence;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.Objects;
import parley.bus.BusClient;
import parley.bus.BusServer;
import parley.persistence.departure.Departures;
import parley.persistence.feed.HeadBeacon;
import parley.persistence.message.Appends;
import parley.persistence.pg.Database;
import parley.persistence.pg.PgLimits;
import parley.persistence.schema.Migrations;
import parley.persistence.session.SessionPruning;

/**
 * Starts the persistence context: brings the tables up to date, serves the {@code persistence.*}
 * operations, tells the heads of feeds, deletes what is long over and lets deleted accounts leave.
 * Decides nothing. Any number of instances and processes may run on one database.
 */
public final class PersistenceVerticle extends VerticleBase {
  private static final Duration PRUNING = Duration.ofHours(1);
  private static final Duration DEPARTING = Duration.ofSeconds(2);

  private final PersistenceConfig config;
  private final PersistenceMetrics metrics;
  private Database database;
  private Database appending;
  private Appends appends;
  private HeadBeacon beacon;
  private SessionPruning pruning;
  private Departures departures;

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
        .compose(done -> open())
        .recover(cause -> undone(cause));
  }

  private Future<Void> undone(Throwable cause) {
    return stop().transform(closed -> Future.<Void>failedFuture(cause));
  }

  private Future<Void> open() {
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
    pruning =
        new SessionPruning(
            vertx, database, config.sessionRetention(), PRUNING, limits.longestTransaction());
    departures = new Departures(vertx, database, DEPARTING, limits.longestTransaction());
    return new Serving(new BusServer(vertx.eventBus()), config)
        .serve(database, appends)
        .onSuccess(served -> beacon.start())
        .onSuccess(served -> pruning.start())
        .onSuccess(served -> departures.start());
  }

  /** Answers what waits, then closes in reverse. */
  @Override
  public Future<?> stop() {
    if (database == null) {
      return Future.succeededFuture();
    }
    departures.stop();
    pruning.stop();
    beacon.stop();
    return appends.stop().eventually(appending::close).eventually(database::close);
  }
}
