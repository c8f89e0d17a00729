package parley.persistence.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.account.AccountOperations.CHANGE_PASSWORD;
import static parley.contract.account.AccountOperations.FIND_CREDENTIALS;
import static parley.contract.session.SessionOperations.END_OWN_SESSION;
import static parley.contract.session.SessionOperations.LIST_ENDED_SESSIONS;
import static parley.contract.session.SessionOperations.LIST_SESSIONS;
import static parley.contract.session.SessionOperations.OPEN_SESSION;
import static parley.contract.session.SessionOperations.READ_SESSION;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.account.ChangePassword;
import parley.contract.account.FindCredentials;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;
import parley.contract.session.EndOwnSession;
import parley.contract.session.ListEndedSessions;
import parley.contract.session.ListSessions;
import parley.contract.session.OpenSession;
import parley.contract.session.ReadSession;
import parley.contract.session.SessionEntry;
import parley.persistence.People;
import parley.persistence.Probe;
import parley.persistence.RunningPersistence;
import parley.testkit.servers.PostgresExtension;

class AccountSessionIT {
  private static final String OLD = "$argon2id$x";
  private static final String NEW = "$argon2id$y";

  @RegisterExtension
  static final PostgresExtension POSTGRES = PostgresExtension.shared().fsync(false);

  private static RunningPersistence persistence;
  private static People people;

  @BeforeAll
  static void start() {
    persistence = RunningPersistence.instances(POSTGRES.uri(), 2);
    people = new People(persistence);
  }

  @AfterAll
  static void stop() {
    persistence.close();
  }

  @Test
  void listsWhatLivesOfOneAccountAlone() throws Exception {
    UserId account = people.account();
    SessionId lives = open(account);
    SessionId ended = open(account);
    SessionId expired = open(account);
    open(people.account());
    persistence.ask(END_OWN_SESSION, new EndOwnSession(account, ended));
    try (Probe probe = new Probe(POSTGRES.uri())) {
      probe.run("update session set expires_at = now() where id = '" + expired + "'");
    }

    List<SessionEntry> listed = list(account);

    assertEquals(List.of(lives), listed.stream().map(SessionEntry::session).toList());
    assertEquals("a browser", listed.get(0).device());
    long age = System.currentTimeMillis() - listed.get(0).createdAt();
    assertTrue(age > -60_000 && age < 60_000, "age " + age);
    assertTrue(listed.get(0).refreshedAt() >= listed.get(0).createdAt());
  }

  @Test
  void endsAnOwnSessionOnceAndForGood() {
    UserId account = people.account();
    SessionId session = open(account);

    persistence.ask(END_OWN_SESSION, new EndOwnSession(account, session));
    persistence.ask(END_OWN_SESSION, new EndOwnSession(account, session));

    assertEquals(FailureCode.SIGNED_OUT, persistence.refusal(READ_SESSION, reading(session)));
    assertTrue(ended().contains(session));
  }

  @Test
  void tellsAnothersSessionAndNoneTheSame() {
    SessionId anothers = open(people.account());
    UserId account = people.account();

    assertEquals(
        FailureCode.NOT_FOUND,
        persistence.refusal(END_OWN_SESSION, new EndOwnSession(account, anothers)));
    assertEquals(
        FailureCode.NOT_FOUND,
        persistence.refusal(
            END_OWN_SESSION, new EndOwnSession(account, new SessionId(UUID.randomUUID()))));
    assertEquals(anothers, persistence.ask(READ_SESSION, reading(anothers)).session());
  }

  @Test
  void replacesThePasswordAndEndsAllSessionsButOne() {
    UserId account = people.account();
    SessionId kept = open(account);
    SessionId other = open(account);
    SessionId anothers = open(people.account());
    ChangePassword change = new ChangePassword(account, kept, OLD, NEW);

    assertEquals(List.of(other), persistence.ask(CHANGE_PASSWORD, change).ended());
    assertEquals(List.of(), persistence.ask(CHANGE_PASSWORD, change).ended(), "a repeat");

    String username = persistence.ask(READ_SESSION, reading(kept)).profile().username();
    assertEquals(
        NEW, persistence.ask(FIND_CREDENTIALS, new FindCredentials(username)).passwordHash());
    assertEquals(FailureCode.SIGNED_OUT, persistence.refusal(READ_SESSION, reading(other)));
    assertEquals(anothers, persistence.ask(READ_SESSION, reading(anothers)).session());
  }

  @Test
  void refusesToReplaceAPasswordThatIsNoLongerTheOneThatWasChecked() {
    UserId account = people.account();
    SessionId session = open(account);
    SessionId other = open(account);

    assertEquals(
        FailureCode.WRONG_CREDENTIALS,
        persistence.refusal(
            CHANGE_PASSWORD, new ChangePassword(account, session, "$argon2id$other", NEW)));
    assertEquals(other, persistence.ask(READ_SESSION, reading(other)).session());
  }

  @RepeatedTest(5)
  void leavesNoSessionOfTheOldPasswordThatIsOpenedMeanwhile() {
    UserId account = people.account();
    SessionId kept = open(account);
    List<Future<?>> asked = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      asked.add(persistence.start(OPEN_SESSION, opening(account)));
      if (i == 5) {
        asked.add(persistence.start(CHANGE_PASSWORD, new ChangePassword(account, kept, OLD, NEW)));
      }
    }

    asked.forEach(future -> RunningPersistence.await(future.otherwiseEmpty()));

    assertTrue(asked.get(6).succeeded(), "the password was replaced");
    assertEquals(
        Set.of(kept), Set.copyOf(list(account).stream().map(SessionEntry::session).toList()));
  }

  private static List<SessionEntry> list(UserId account) {
    return persistence.ask(LIST_SESSIONS, new ListSessions(account)).sessions();
  }

  private static List<SessionId> ended() {
    return persistence.ask(LIST_ENDED_SESSIONS, new ListEndedSessions(60_000)).sessions();
  }

  private static SessionId open(UserId account) {
    return persistence.ask(OPEN_SESSION, opening(account)).session();
  }

  private static OpenSession opening(UserId account) {
    return new OpenSession(
        new SessionId(UUID.randomUUID()), account, "first", "a browser", 3_600_000, OLD);
  }

  private static ReadSession reading(SessionId session) {
    return new ReadSession(session);
  }
}
