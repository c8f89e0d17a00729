package parley.persistence;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import java.net.URI;
import java.time.Duration;
import parley.config.ConfigReader;
import parley.config.Servers;
import parley.persistence.pg.PgAddress;
import parley.persistence.pg.PgLimits;

/**
 * The settings of this module.
 *
 * @param postgres where the database is; null if none was named, then the launcher gives one
 * @param limits of the pool for everything but appending
 * @param startPatience how long the database is waited for at the start
 * @param appendLanes how many transactions append side by side, each on a connection of its own
 * @param appendWaiting how many appends may be unanswered
 * @param appendBatch the most messages in one transaction
 * @param beaconPeriod how often changed heads are told
 * @param maxConversations the most conversations that one account may belong to
 * @param sessionRetention how long a session is kept after its end; longer than anybody asks back
 */
public record PersistenceConfig(
    PgAddress postgres,
    PgLimits limits,
    Duration startPatience,
    int appendLanes,
    int appendWaiting,
    int appendBatch,
    Duration beaconPeriod,
    int maxConversations,
    Duration sessionRetention) {
  /** Reads the settings; what is wrong with them is noted in {@code in}. */
  public static PersistenceConfig from(ConfigReader in) {
    return new PersistenceConfig(
        address(in),
        limits(in),
        in.duration(
            "postgres.startPatience",
            ofMinutes(1),
            ofSeconds(1),
            ofMinutes(60),
            "How long a start waits for a PostgreSQL that cannot be reached yet."),
        in.integer(
            "persistence.appendLanes",
            2,
            1,
            64,
            "How many transactions append messages side by side, each on a connection of its own."),
        in.integer(
            "persistence.appendWaiting",
            10_000,
            1,
            1_000_000,
            "How many messages may wait to be stored; more are refused and sent again later."),
        in.integer(
            "persistence.appendBatch", 500, 1, 5_000, "The most messages in one transaction."),
        in.duration(
            "persistence.beaconPeriod",
            ofSeconds(1),
            ofMillis(20),
            ofSeconds(5),
            "How often the heads of changed feeds are told, for gateways to find what was lost."),
        in.integer(
            "persistence.maxConversations",
            1_000,
            1,
            100_000,
            "The most conversations that one account may belong to."),
        in.duration(
            "session.retention",
            ofDays(30),
            ofDays(2),
            ofDays(3_650),
            "How long a session that ended or expired is kept before it is deleted."));
  }

  /** The same with another database, such as an embedded one. */
  public PersistenceConfig withPostgres(URI uri) {
    return new PersistenceConfig(
        PgAddress.of(uri),
        limits,
        startPatience,
        appendLanes,
        appendWaiting,
        appendBatch,
        beaconPeriod,
        maxConversations,
        sessionRetention);
  }

  private static PgAddress address(ConfigReader in) {
    try {
      return Servers.postgres(in).map(PgAddress::of).orElse(null);
    } catch (IllegalArgumentException refused) {
      in.refuse("postgres.url: " + refused.getMessage());
      return null;
    }
  }

  private static PgLimits limits(ConfigReader in) {
    PgLimits limits =
        new PgLimits(
            in.integer(
                "postgres.connections",
                8,
                1,
                500,
                "The most connections of an instance, beside those that append."),
            in.integer(
                "postgres.waiting",
                2_000,
                1,
                100_000,
                "How many requests may wait for a connection; more are refused at once."),
            in.duration(
                "postgres.connectTimeout",
                ofSeconds(3),
                ofMillis(100),
                ofSeconds(60),
                "How long a connection may take to be made or to become free."),
            in.duration(
                "postgres.statementTimeout",
                ofSeconds(5),
                ofMillis(100),
                ofMinutes(5),
                "PostgreSQL ends a statement that runs longer."),
            in.duration(
                "postgres.lockTimeout",
                ofSeconds(3),
                ofMillis(50),
                ofMinutes(5),
                "PostgreSQL ends a wait for a lock that takes longer."));
    if (limits.lockTimeout().compareTo(limits.statementTimeout()) > 0) {
      in.refuse("postgres.lockTimeout: must not exceed postgres.statementTimeout");
    }
    return limits;
  }
}
