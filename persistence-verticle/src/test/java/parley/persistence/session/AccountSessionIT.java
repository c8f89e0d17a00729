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
import parley.persistence.PersistenceExtension;
import parley.persistence.Probe;
import parley.persistence.RunningPersistence;

class AccountSessionIT {
  private static final String OLD = "$argon2id$x";
  private static final String NEW = "$argon2id$y";

  @RegisterExtension
  static final PersistenceExtension PERSISTENCE = PersistenceExtension.instances(2);

  private static final People PEOPLE = PERSISTENCE.people();

  @Test
  void listsWhatLivesOfOneAccountAlone() throws Exception {
    UserId account = PEOPLE.account();
    SessionId lives = open(account);
    SessionId ended = open(account);
    SessionId expired = open(account);
    open(PEOPLE.account());
    PERSISTENCE.ask(END_OWN_SESSION, new EndOwnSession(account, ended));
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
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
    UserId account = PEOPLE.account();
    SessionId session = open(account);

    PERSISTENCE.ask(END_OWN_SESSION, new EndOwnSession(account, session));
    PERSISTENCE.ask(END_OWN_SESSION, new EndOwnSession(account, session));

    assertEquals(FailureCode.SIGNED_OUT, PERSISTENCE.refusal(READ_SESSION, reading(session)));
    assertTrue(ended().contains(session));
  }

  @Test
  void tellsAnothersSessionAndNoneTheSame() {
    SessionId anothers = open(PEOPLE.account());
    UserId account = PEOPLE.account();

    assertEquals(
        FailureCode.NOT_FOUND,
        PERSISTENCE.refusal(END_OWN_SESSION, new EndOwnSession(account, anothers)));
    assertEquals(
        FailureCode.NOT_FOUND,
        PERSISTENCE.refusal(
            END_OWN_SESSION, new EndOwnSession(account, new SessionId(UUID.randomUUID()))));
    assertEquals(anothers, PERSISTENCE.ask(READ_SESSION, reading(anothers)).session());
  }

  @Test
  void replacesThePasswordAndEndsAllSessionsButOne() {
    UserId account = PEOPLE.account();
    SessionId kept = open(account);
    SessionId other = open(account);
    SessionId anothers = open(PEOPLE.account());
    ChangePassword change = new ChangePassword(account, kept, OLD, NEW);

    assertEquals(List.of(other), PERSISTENCE.ask(CHANGE_PASSWORD, change).ended());
    assertEquals(List.of(), PERSISTENCE.ask(CHANGE_PASSWORD, change).ended(), "a repeat");

    String username = PERSISTENCE.ask(READ_SESSION, reading(kept)).profile().username();
    assertEquals(
        NEW, PERSISTENCE.ask(FIND_CREDENTIALS, new FindCredentials(username)).passwordHash());
    assertEquals(FailureCode.SIGNED_OUT, PERSISTENCE.refusal(READ_SESSION, reading(other)));
    assertEquals(anothers, PERSISTENCE.ask(READ_SESSION, reading(anothers)).session());
  }

  @Test
  void refusesToReplaceAPasswordThatIsNoLongerTheOneThatWasChecked() {
    UserId account = PEOPLE.account();
    SessionId session = open(account);
    SessionId other = open(account);

    assertEquals(
        FailureCode.WRONG_CREDENTIALS,
        PERSISTENCE.refusal(
            CHANGE_PASSWORD, new ChangePassword(account, session, "$argon2id$other", NEW)));
    assertEquals(other, PERSISTENCE.ask(READ_SESSION, reading(other)).session());
  }

  @RepeatedTest(5)
  void leavesNoSessionOfTheOldPasswordThatIsOpenedMeanwhile() {
    UserId account = PEOPLE.account();
    SessionId kept = open(account);
    List<Future<?>> asked = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      asked.add(PERSISTENCE.start(OPEN_SESSION, opening(account)));
      if (i == 5) {
        asked.add(PERSISTENCE.start(CHANGE_PASSWORD, new ChangePassword(account, kept, OLD, NEW)));
      }
    }

    asked.forEach(future -> RunningPersistence.await(future.otherwiseEmpty()));

    assertTrue(asked.get(6).succeeded(), "the password was replaced");
    assertEquals(
        Set.of(kept), Set.copyOf(list(account).stream().map(SessionEntry::session).toList()));
  }

  private static List<SessionEntry> list(UserId account) {
    return PERSISTENCE.ask(LIST_SESSIONS, new ListSessions(account)).sessions();
  }

  private static List<SessionId> ended() {
    return PERSISTENCE.ask(LIST_ENDED_SESSIONS, new ListEndedSessions(60_000)).sessions();
  }

  private static SessionId open(UserId account) {
    return PERSISTENCE.ask(OPEN_SESSION, opening(account)).session();
  }

  private static OpenSession opening(UserId account) {
    return new OpenSession(
        new SessionId(UUID.randomUUID()), account, "first", "a browser", 3_600_000, OLD);
  }

  private static ReadSession reading(SessionId session) {
    return new ReadSession(session);
  }
}
