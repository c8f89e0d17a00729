package parley.persistence.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.session.SessionOperations.END_SESSION;
import static parley.contract.session.SessionOperations.LIST_ENDED_SESSIONS;
import static parley.contract.session.SessionOperations.OPEN_SESSION;
import static parley.contract.session.SessionOperations.READ_SESSION;
import static parley.contract.session.SessionOperations.ROTATE_SESSION;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;
import parley.contract.session.EndSession;
import parley.contract.session.ListEndedSessions;
import parley.contract.session.OpenSession;
import parley.contract.session.ReadSession;
import parley.contract.session.RotateSession;
import parley.contract.session.SessionState;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;
import parley.persistence.Probe;
import parley.persistence.RunningPersistence;

class SessionIT {
  private static final long HOUR = 3_600_000;

  @RegisterExtension static final PersistenceExtension PERSISTENCE = PersistenceExtension.fresh();

  private static final People PEOPLE = PERSISTENCE.people();

  @Test
  void opensASessionOnce() {
    UserId account = PEOPLE.account();
    SessionId session = new SessionId(UUID.randomUUID());
    SessionState opened = PERSISTENCE.ask(OPEN_SESSION, opening(session, account, "first"));
    assertEquals(account, opened.profile().account());
    assertTrue(opened.remainingMs() > HOUR - 10_000 && opened.remainingMs() <= HOUR);
    PERSISTENCE.ask(OPEN_SESSION, opening(session, account, "second"));
    assertEquals(account, rotated(session, "first", "next").profile().account());
  }

  @Test
  void refusesASessionOfNobodyAndAnIdOfSomebodyElse() {
    SessionId session = open("first");
    assertEquals(
        FailureCode.FORBIDDEN,
        PERSISTENCE.refusal(OPEN_SESSION, opening(session, PEOPLE.account(), "first")));
    assertEquals(
        FailureCode.WRONG_CREDENTIALS,
        PERSISTENCE.refusal(
            OPEN_SESSION,
            opening(new SessionId(UUID.randomUUID()), new UserId(UUID.randomUUID()), "first")));
  }

  @Test
  void readsWhatLivesAndTellsExpiredFromEnded() throws Exception {
    SessionId session = open("first");
    assertEquals(session, PERSISTENCE.ask(READ_SESSION, new ReadSession(session)).session());
    expire(session);
    assertEquals(
        FailureCode.SESSION_EXPIRED, PERSISTENCE.refusal(READ_SESSION, new ReadSession(session)));
    assertEquals(
        FailureCode.SESSION_EXPIRED,
        PERSISTENCE.refusal(ROTATE_SESSION, rotation(session, "first", "second", "n")));
    PERSISTENCE.ask(END_SESSION, new EndSession(session));
    assertEquals(
        FailureCode.SIGNED_OUT, PERSISTENCE.refusal(READ_SESSION, new ReadSession(session)));
    assertEquals(
        FailureCode.SIGNED_OUT,
        PERSISTENCE.refusal(READ_SESSION, new ReadSession(new SessionId(UUID.randomUUID()))));
  }

  @Test
  void rotationLengthensTheLifeAndMakesTheSuccessorGood() {
    SessionId session = open("first");
    SessionState state =
        PERSISTENCE.ask(
            ROTATE_SESSION, new RotateSession(session, "first", "second", "n", 5 * HOUR));
    assertTrue(state.remainingMs() > 4 * HOUR);
    rotated(session, "second", "third");
  }

  @Test
  void givesTheSameSuccessorToTheSameNonceWithinAMinute() throws Exception {
    SessionId session = open("first");
    PERSISTENCE.ask(ROTATE_SESSION, rotation(session, "first", "second", "n"));
    PERSISTENCE.ask(ROTATE_SESSION, rotation(session, "first", "second", "n"));
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      probe.run(
          "update session set rotated_at = rotated_at - interval '61 seconds' where id = '"
              + session
              + "'");
    }
    assertEndedBy(session, rotation(session, "first", "second", "n"));
  }

  @Test
  void endsTheFamilyWhenAReplacedTokenComesWithAnotherNonce() {
    SessionId session = open("first");
    PERSISTENCE.ask(ROTATE_SESSION, rotation(session, "first", "second", "n"));
    assertEndedBy(session, rotation(session, "first", "second", "other"));
  }

  @Test
  void endsTheFamilyWhenAReplacedTokenComesWithAnotherSuccessor() {
    SessionId session = open("first");
    PERSISTENCE.ask(ROTATE_SESSION, rotation(session, "first", "second", "n"));
    assertEndedBy(session, rotation(session, "first", "stranger", "n"));
  }

  @Test
  void endsTheFamilyWhenAnOlderOrUnknownTokenComes() {
    SessionId session = open("first");
    PERSISTENCE.ask(ROTATE_SESSION, rotation(session, "first", "second", "n"));
    PERSISTENCE.ask(ROTATE_SESSION, rotation(session, "second", "third", "m"));
    assertEndedBy(session, rotation(session, "first", "second", "n"));
    assertEndedBy(open("first"), rotation(null, "never-given-out", "x", "n"));
  }

  @RepeatedTest(5)
  void letsOneOfTwoThievesWinAndThenEndsTheFamily() {
    SessionId session = open("first");
    List<Future<SessionState>> race =
        List.of(
            PERSISTENCE.start(ROTATE_SESSION, rotation(session, "first", "mine", "n")),
            PERSISTENCE.start(ROTATE_SESSION, rotation(session, "first", "yours", "m")));
    assertEquals(1, race.stream().filter(SessionIT::succeeds).count());
    assertEquals(
        FailureCode.SIGNED_OUT, PERSISTENCE.refusal(READ_SESSION, new ReadSession(session)));
  }

  @RepeatedTest(5)
  void answersBothWhenOneClientAsksTwiceAtOnce() {
    SessionId session = open("first");
    List<Future<SessionState>> race =
        List.of(
            PERSISTENCE.start(ROTATE_SESSION, rotation(session, "first", "second", "n")),
            PERSISTENCE.start(ROTATE_SESSION, rotation(session, "first", "second", "n")));
    assertTrue(race.stream().allMatch(SessionIT::succeeds));
    rotated(session, "second", "third");
  }

  @Test
  void listsWhatEndedLately() throws Exception {
    SessionId alive = open("first");
    SessionId early = open("first");
    SessionId late = open("first");
    PERSISTENCE.ask(END_SESSION, new EndSession(early));
    PERSISTENCE.ask(END_SESSION, new EndSession(late));
    PERSISTENCE.ask(END_SESSION, new EndSession(late));
    List<SessionId> ended = ended(60_000);
    assertTrue(ended.indexOf(late) < ended.indexOf(early), "the latest first");
    assertFalse(ended.contains(alive));
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      probe.run(
          "update session set ended_at = ended_at - interval '2 minutes' where id = '"
              + early
              + "'");
    }
    assertFalse(ended(60_000).contains(early));
    assertTrue(ended(600_000).contains(early));
  }

  @Test
  void listsWhatExpiredLatelyAmongWhatEnded() throws Exception {
    SessionId expired = open("first");
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      probe.run(
          "update session set expires_at = now() - interval '2 minutes' where id = '"
              + expired
              + "'");
    }
    assertFalse(ended(60_000).contains(expired));
    assertTrue(ended(600_000).contains(expired));
  }

  @Test
  void refusesTimesOutOfAllProportion() {
    SessionId session = open("first");
    assertEquals(
        FailureCode.MALFORMED,
        PERSISTENCE.refusal(
            ROTATE_SESSION, new RotateSession(session, "first", "x", "n", Long.MAX_VALUE)));
    assertEquals(
        FailureCode.MALFORMED, PERSISTENCE.refusal(LIST_ENDED_SESSIONS, new ListEndedSessions(-1)));
  }

  private static void assertEndedBy(SessionId session, RotateSession rotation) {
    RotateSession mine =
        new RotateSession(
            session,
            rotation.presentedHash(),
            rotation.successorHash(),
            rotation.nonce(),
            rotation.idleMs());
    assertEquals(FailureCode.SIGNED_OUT, PERSISTENCE.refusal(ROTATE_SESSION, mine));
    assertEquals(
        FailureCode.SIGNED_OUT, PERSISTENCE.refusal(READ_SESSION, new ReadSession(session)));
    assertTrue(ended(60_000).contains(session));
  }

  private static boolean succeeds(Future<SessionState> asked) {
    try {
      return RunningPersistence.await(asked) != null;
    } catch (BusFailure failure) {
      assertEquals(FailureCode.SIGNED_OUT, failure.code());
      return false;
    }
  }

  private static List<SessionId> ended(long withinMs) {
    return PERSISTENCE.ask(LIST_ENDED_SESSIONS, new ListEndedSessions(withinMs)).sessions();
  }

  private static SessionId open(String token) {
    SessionId session = new SessionId(UUID.randomUUID());
    PERSISTENCE.ask(OPEN_SESSION, opening(session, PEOPLE.account(), token));
    return session;
  }

  private static OpenSession opening(SessionId session, UserId account, String token) {
    return new OpenSession(session, account, token, "a browser", HOUR, "$argon2id$x");
  }

  private static SessionState rotated(SessionId session, String presented, String successor) {
    return PERSISTENCE.ask(
        ROTATE_SESSION, rotation(session, presented, successor, "nonce-" + successor));
  }

  private static RotateSession rotation(
      SessionId session, String presented, String successor, String nonce) {
    SessionId any = session == null ? new SessionId(new UUID(0, 1)) : session;
    return new RotateSession(any, presented, successor, nonce, HOUR);
  }

  private static void expire(SessionId session) throws Exception {
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      probe.run("update session set expires_at = now() where id = '" + session + "'");
    }
  }
}
