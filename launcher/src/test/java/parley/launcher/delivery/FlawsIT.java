package parley.launcher.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import parley.launcher.ParleyCluster;
import parley.launcher.ParleyCluster.Member;
import parley.launcher.delivery.Violation.Rule;
import parley.testkit.servers.PostgresExtension;
import parley.testkit.servers.RedisExtension;

/**
 * That the oracle can find something. Under hard conditions (half of all deliveries are lost, some
 * commits fail, the tables do not refuse a message that is stored twice, sockets are cut, somebody
 * comes and goes) everything is as promised; with one of the things that see to it changed in the
 * source, it is not, and the oracle says so. Each takes up to a minute: one is part of every build,
 * the others of {@code ./parley test --full}.
 */
class FlawsIT {
  private static final int TRIES = 5;
  private static final int WRITERS = 3;
  private static final int ROUNDS = 4;
  private static final int CUTS = 3;
  private static final Duration HEALING = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofSeconds(4);

  private static final String APPENDS = "parley.persistence.message.AppendStore";
  private static final String DELIVERY = "parley.gateway.delivery.";

  private static final Change HALF_OF_THE_DELIVERIES_LOST =
      new Change(
          "contract",
          "parley.bus.DeliveryOutbox",
          "vertx.eventBus().publish(",
          "if (java.util.concurrent.ThreadLocalRandom.current().nextBoolean()) "
              + "vertx.eventBus().publish(");

  private static final String CONDITIONS =
      """
      alter table message drop constraint message_conversation_sender_client_id_key;
      create function fail_sometimes() returns trigger language plpgsql as
        'begin
           if random() < 0.03 then
             raise exception ''by chance'' using errcode = ''40001'';
           end if;
           return null;
         end';
      create constraint trigger fail_sometimes after insert on message
        deferrable initially deferred for each row execute function fail_sometimes();
      """;

  @RegisterExtension static final PostgresExtension POSTGRES = PostgresExtension.shared();
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  @TempDir static Path folder;

  private static final Vertx PEOPLE = Vertx.vertx();

  private static int plays;

  @AfterAll
  static void end() {
    PEOPLE.close();
  }

  @Test
  @EnabledIfSystemProperty(named = "parley.full", matches = "true")
  void allIsAsPromisedUnderHardConditions() {
    Verdict verdict = play(HEALING);
    assertEquals(List.of(), verdict.violations());
    assertTrue(verdict.tally().acknowledged() >= 100, verdict.toString());
    assertTrue(verdict.tally().repeated() >= 5, verdict.toString());
  }

  @Test
  void withoutDeduplicationMessagesAreDoubled() {
    finds(
        Rule.DOUBLED,
        new Change(
            "persistence-verticle",
            APPENDS,
            "and m.client_id = a.client_id",
            "and m.client_id = a.client_id and false"));
  }

  @Test
  @EnabledIfSystemProperty(named = "parley.full", matches = "true")
  void withAnAnswerBeforeTheCommitMessagesAreLost() {
    finds(
        Rule.LOST,
        new Change(
            "persistence-verticle",
            APPENDS,
            "List.of(begun, locked, appended, committed)",
            "List.of(begun, locked, appended)"));
  }

  @Test
  @EnabledIfSystemProperty(named = "parley.full", matches = "true")
  void withoutComparingHeadsClientsStayBehind() {
    finds(
        Rule.BEHIND,
        new Change("gateway", DELIVERY + "HeadWatch", "stream.sequence.heard(head.head());", ""));
  }

  @Test
  @EnabledIfSystemProperty(named = "parley.full", matches = "true")
  void withoutOrderedReleaseSocketsHearHoles() {
    finds(
        Rule.HOLE,
        new Change(
            "gateway", DELIVERY + "FeedSequence", "if (range.after() > released)", "if (false)"));
  }

  @Test
  @EnabledIfSystemProperty(named = "parley.full", matches = "true")
  void withoutTheLockOfAFeedClientsDiffer() {
    finds(
        Rule.DIFFERENT,
        new Change(
            "persistence-verticle", APPENDS, "order by id for no key update", "order by id"));
  }

  /** Chance has to help; that it never does in several tries is not believed. */
  private static void finds(Rule rule, Change flaw) {
    List<Verdict> verdicts = new ArrayList<>();
    while (verdicts.size() < TRIES) {
      verdicts.add(play(SHORT, flaw));
      if (verdicts.get(verdicts.size() - 1).count(rule) > 0) {
        System.out.println(rule + " found in try " + verdicts.size());
        return;
      }
    }
    fail("no " + rule + " in " + verdicts);
  }

  private static Verdict play(Duration patience, Change... flaw) {
    int number = ++plays;
    Path place = folder(number);
    List<Change> changes = new ArrayList<>(List.of(flaw));
    changes.add(HALF_OF_THE_DELIVERIES_LOST);
    Path classes = Change.compile(place, changes);
    String postgres = POSTGRES.newDatabase();
    // Who signs up and logs in is counted there.
    REDIS.flush();
    int port = ParleyCluster.freePorts(1);
    Member all =
        new Member(
            "gateway-1",
            "persistence,chat=2,presence,gateway",
            Map.of("PARLEY_PORT", "" + port),
            classes);
    try (ParleyCluster cluster =
        ParleyCluster.start(PEOPLE, place, postgres, REDIS.uri(), List.of(all))) {
      execute(postgres);
      try (Trial trial =
          Trial.open(PEOPLE, place, postgres, List.of(cluster.gateway(1)), WRITERS, number)) {
        trial.talk(5);
        for (int round = 0; round < ROUNDS; round++) {
          for (int cut = 0; cut < CUTS; cut++) {
            trial.awaitMore(10);
            trial.cut();
          }
          trial.comeAndGo(10);
        }
        return trial.end(patience);
      }
    }
  }

  private static Path folder(int number) {
    try {
      return Files.createDirectory(folder.resolve("play-" + number));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private static void execute(String postgres) {
    URI uri = URI.create(postgres);
    String[] account = uri.getUserInfo().split(":");
    String address = "jdbc:postgresql://127.0.0.1:" + uri.getPort() + uri.getPath();
    try (Connection connection = DriverManager.getConnection(address, account[0], account[1]);
        Statement statement = connection.createStatement()) {
      statement.execute(CONDITIONS);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }
}
