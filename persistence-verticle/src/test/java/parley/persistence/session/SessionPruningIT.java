package parley.persistence.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.contract.session.SessionOperations.END_SESSION;
import static parley.contract.session.SessionOperations.LIST_ENDED_SESSIONS;
import static parley.contract.session.SessionOperations.OPEN_SESSION;
import static parley.contract.session.SessionOperations.READ_SESSION;
import static parley.contract.session.SessionOperations.ROTATE_SESSION;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;
import parley.contract.session.EndSession;
import parley.contract.session.ListEndedSessions;
import parley.contract.session.OpenSession;
import parley.contract.session.ReadSession;
import parley.contract.session.RotateSession;
import parley.persistence.Eventually;
import parley.persistence.People;
import parley.persistence.PersistenceConfig;
import parley.persistence.Probe;
import parley.persistence.RunningPersistence;
import parley.persistence.pg.Database;
import parley.testkit.servers.PostgresExtension;

/** Sessions are made old by moving their times: the clock that counts is the database's. */
class SessionPruningIT {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final long HOUR = 3_600_000;

  @RegisterExtension
  static final PostgresExtension POSTGRES = PostgresExtension.shared().fsync(false);

  private String uri;
  private RunningPersistence persistence;
  private UserId account;
  private Probe probe;
  private Database database;

  @BeforeEach
  void start() throws SQLException {
    uri = POSTGRES.newDatabase();
    persistence = RunningPersistence.on(uri);
    account = new People(persistence).account();
    probe = new Probe(uri);
    PersistenceConfig config = RunningPersistence.config(uri, Map.of());
    database = Database.open(persistence.vertx(), config.postgres(), config.limits(), "pruning");
  }

  @AfterEach
  void stop() throws SQLException {
    probe.close();
    persistence.close();
  }

  @Test
  void aProcessDeletesWhatIsLongOverWhenItStarts() throws Exception {
    final SessionId alive = open();
    final SessionId endedLately = ended("29 days");
    final SessionId expiredLately = expired("29 days");
    final SessionId ended = ended("31 days");
    final SessionId expired = expired("31 days");
    probe.run("update session set created_at = now() - interval '100 days'");
    startAnotherAndAwait(Map.of(), 3);
    assertEquals(sorted(alive, endedLately, expiredLately), sessions());
    for (SessionId gone : List.of(ended, expired)) {
      assertEquals(FailureCode.SIGNED_OUT, refusalOf(gone));
      assertEquals(
          FailureCode.SIGNED_OUT, persistence.refusal(READ_SESSION, new ReadSession(gone)));
    }
    assertEquals(
        List.of(), persistence.ask(LIST_ENDED_SESSIONS, new ListEndedSessions(HOUR)).sessions());
  }

  @Test
  void howLongIsASetting() throws Exception {
    ended("3 days");
    startAnotherAndAwait(Map.of("session.retention", "2d"), 0);
  }

  @Test
  void aTransactionDeletesNoMoreThanItsBound() throws Exception {
    insertOld(25, "ended_at");
    insertOld(12, "expires_at");
    PruneStore store = new PruneStore(database, LONGEST);
    assertEquals(new PruneStore.Pruned(10, 10), RunningPersistence.await(store.prune(KEPT, 10)));
    assertEquals(new PruneStore.Pruned(10, 2), RunningPersistence.await(store.prune(KEPT, 10)));
    assertEquals(new PruneStore.Pruned(5, 0), RunningPersistence.await(store.prune(KEPT, 10)));
    assertEquals(0, count());
  }

  @Test
  void goesOnUntilNothingIsLeftHoweverManyProcessesDoSo() throws Exception {
    SessionId alive = open();
    insertOld(2 * SessionPruning.BATCH + 500, "ended_at");
    insertOld(SessionPruning.BATCH + 500, "expires_at");
    List<SessionPruning> several = List.of(pruning(), pruning(), pruning());
    several.forEach(SessionPruning::start);
    Eventually.holds("one is left", () -> count() == 1);
    several.forEach(SessionPruning::stop);
    assertEquals(sorted(alive), sessions());
  }

  @Test
  void leavesLockedRowsForTheNextTime() throws Exception {
    SessionId locked = ended("31 days");
    ended("32 days");
    SessionPruning pruning = pruning();
    try (Probe other = new Probe(uri)) {
      other.lock("select 1 from session where id = '" + locked + "' for update");
      pruning.start();
      Eventually.holds("the other is gone", () -> count() == 1);
      assertEquals(sorted(locked), sessions());
      other.release();
      Eventually.holds("it is gone", () -> count() == 0);
    }
    pruning.stop();
  }

  private void startAnotherAndAwait(Map<String, String> settings, int left) throws Exception {
    RunningPersistence another = RunningPersistence.on(uri, settings);
    try {
      Eventually.holds(left + " are left", () -> count() == left);
    } finally {
      another.close();
    }
  }

  private SessionPruning pruning() {
    return new SessionPruning(persistence.vertx(), database, KEPT, Duration.ofMillis(50), LONGEST);
  }

  private SessionId open() {
    SessionId session = new SessionId(UUID.randomUUID());
    persistence.ask(
        OPEN_SESSION, new OpenSession(session, account, "first", "x", HOUR, "$argon2id$x"));
    return session;
  }

  private SessionId ended(String ago) throws SQLException {
    SessionId session = open();
    persistence.ask(END_SESSION, new EndSession(session));
    return moved(session, "ended_at", ago);
  }

  private SessionId expired(String ago) throws SQLException {
    return moved(open(), "expires_at", ago);
  }

  private SessionId moved(SessionId session, String time, String ago) throws SQLException {
    probe.run(
        String.format(
            "update session set %s = now() - interval '%s' where id = '%s'", time, ago, session));
    return session;
  }

  private void insertOld(int count, String time) throws SQLException {
    String expires = time.equals("expires_at") ? "" : ", expires_at";
    probe.run(
        String.format(
            """
            insert into session (id, account, refresh_hash, device, %s%s)
            select gen_random_uuid(), '%s', 'x', 'x', now() - interval '40 days'%s
            from generate_series(1, %d)
            """,
            time, expires, account, expires.isEmpty() ? "" : ", now()", count));
  }

  private FailureCode refusalOf(SessionId session) {
    return persistence.refusal(
        ROTATE_SESSION, new RotateSession(session, "first", "second", "n", HOUR));
  }

  private long count() throws SQLException {
    return probe.number("select count(*) from session");
  }

  private Set<String> sessions() throws SQLException {
    return new TreeSet<>(probe.texts("select id from session"));
  }

  private static Set<String> sorted(SessionId... sessions) {
    Set<String> ids = new TreeSet<>();
    for (SessionId session : sessions) {
      ids.add(session.toString());
    }
    return ids;
  }
}
