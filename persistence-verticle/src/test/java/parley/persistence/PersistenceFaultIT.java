package parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.health.HealthOperations.PERSISTENCE_HEALTH;
import static parley.contract.message.MessageOperations.APPEND_MESSAGE;
import static parley.contract.message.MessageOperations.HISTORY_READ;
import static parley.persistence.RunningPersistence.await;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.health.ReadHealth;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.AppendMessage;
import parley.contract.message.FindHistory;
import parley.contract.message.MessageAppended;
import parley.contract.message.ReadHistory;
import parley.testkit.servers.PostgresExtension;

/** PostgreSQL dies, comes back, freezes and thaws under a running process. */
class PersistenceFaultIT {
  private static final Duration PROMPT = Duration.ofSeconds(6);

  @RegisterExtension static final PostgresExtension POSTGRES = PostgresExtension.dedicated();

  private static RunningPersistence persistence;
  private static People people;

  @BeforeAll
  static void start() {
    persistence =
        RunningPersistence.on(
            POSTGRES.uri(),
            Map.of("postgres.statementTimeout", "500ms", "postgres.lockTimeout", "400ms"));
    people = new People(persistence);
  }

  @AfterAll
  static void stop() {
    persistence.close();
  }

  @Test
  void refusesPromptlyWhileTheDatabaseIsDeadAndHealsByItself() throws Exception {
    UserId owner = people.account();
    ConversationId room = people.room(owner);
    assertTrue(healthy());
    POSTGRES.crash();
    assertUnavailable(owner, room);
    // A backend that was just being born may outlive its server for a moment.
    Eventually.holds("the death is told", () -> !healthy());
    POSTGRES.restart();
    Eventually.holds("persistence is well again", PersistenceFaultIT::healthy);
    Eventually.holds("messages are stored again", () -> stores(persistence, owner, room));
  }

  @Test
  void keepsWhatItAcknowledgedAndStoresOnceWhatIsRepeatedAfterACrash() throws Exception {
    UserId owner = people.account();
    ConversationId room = people.room(owner);
    List<AppendMessage> messages = new ArrayList<>();
    List<Future<MessageAppended>> replies = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      AppendMessage message = People.message(owner, room, "text " + i);
      messages.add(message);
      replies.add(persistence.start(APPEND_MESSAGE, message));
      if (i == 1_500) {
        await(replies.get(0));
        POSTGRES.crash();
      }
    }
    await(Future.join(new ArrayList<>(replies)).otherwiseEmpty());
    List<MessageAppended> acknowledged =
        replies.stream().filter(Future::succeeded).map(Future::result).toList();
    assertTrue(replies.stream().filter(Future::failed).allMatch(PersistenceFaultIT::mayRepeat));
    assertFalse(acknowledged.isEmpty());
    POSTGRES.restart();
    Eventually.holds("persistence is well again", PersistenceFaultIT::healthy);
    try (Probe probe = new Probe(POSTGRES.uri())) {
      for (MessageAppended reply : acknowledged) {
        MessageAppended again = ask(messages.get((int) reply.message().ordinal() - 1));
        assertTrue(again.repeated());
        assertEquals(reply.message(), again.message());
      }
      for (AppendMessage message : messages) {
        ask(message);
      }
      String of = " from message where conversation = '" + room + "'";
      assertEquals(3_000, probe.number("select count(*)" + of));
      assertEquals(3_000, probe.number("select max(ordinal)" + of));
      assertEquals(3_002, probe.number("select max(posted)" + of));
    }
  }

  @Test
  void refusesPromptlyWhileTheDatabaseIsFrozenAndHealsByItself() throws Exception {
    UserId owner = people.account();
    ConversationId room = people.room(owner);
    List<String> frozen = allProcesses();
    signal("STOP", frozen);
    try {
      assertUnavailable(owner, room);
      assertFalse(healthy());
      assertUnavailable(owner, room);
    } finally {
      signal("CONT", frozen);
    }
    Eventually.holds("persistence is well again", PersistenceFaultIT::healthy);
    Eventually.holds("messages are stored again", () -> stores(persistence, owner, room));
  }

  @Test
  void givesUpConnectionsThatNeverAnswerWhileNewOnesDo() throws Exception {
    UserId owner = people.account();
    ConversationId room = people.room(owner);
    Map<String, String> single =
        Map.of(
            "postgres.connections", "1",
            "persistence.appendLanes", "1",
            "postgres.statementTimeout", "500ms",
            "postgres.lockTimeout", "400ms");
    try (RunningPersistence one = RunningPersistence.on(POSTGRES.uri(), single)) {
      one.ask(APPEND_MESSAGE, People.message(owner, room, "before"));
      List<String> frozen = backends();
      signal("STOP", frozen);
      try {
        Eventually.holds("persistence is well again", () -> healthy(one));
        Eventually.holds("messages are stored again", () -> stores(one, owner, room));
      } finally {
        signal("CONT", frozen);
      }
    }
  }

  @Test
  void survivesConnectionsThatTheServerEnds() throws Exception {
    UserId owner = people.account();
    ConversationId room = people.room(owner);
    people.say(owner, room, "before");
    try (Probe probe = new Probe(POSTGRES.uri())) {
      probe.run(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where application_name like 'parley%' and pid <> pg_backend_pid()");
    }
    Eventually.holds("messages are stored again", () -> stores(persistence, owner, room));
  }

  private static void assertUnavailable(UserId owner, ConversationId room) {
    long start = System.nanoTime();
    Future<?> append = persistence.start(APPEND_MESSAGE, People.message(owner, room, "x"));
    Future<?> read =
        persistence.start(HISTORY_READ, new FindHistory(new ReadHistory(room, null, 10), 0));
    assertEquals(FailureCode.UNAVAILABLE, RunningPersistence.refusal(append));
    assertEquals(FailureCode.UNAVAILABLE, RunningPersistence.refusal(read));
    assertTrue(System.nanoTime() - start < PROMPT.toNanos());
  }

  private static boolean mayRepeat(Future<?> failed) {
    return BusFailure.is(failed.cause(), FailureCode.UNAVAILABLE);
  }

  private static boolean stores(RunningPersistence asked, UserId owner, ConversationId room) {
    try {
      asked.ask(APPEND_MESSAGE, People.message(owner, room, "after"));
      return true;
    } catch (BusFailure failure) {
      assertEquals(FailureCode.UNAVAILABLE, failure.code());
      return false;
    }
  }

  private static MessageAppended ask(AppendMessage message) {
    return persistence.ask(APPEND_MESSAGE, message);
  }

  private static boolean healthy() {
    return healthy(persistence);
  }

  private static boolean healthy(RunningPersistence asked) {
    return asked.ask(PERSISTENCE_HEALTH, new ReadHealth()).parts().get(0).up();
  }

  /** The server's processes that serve the connections there are. */
  private static List<String> backends() throws Exception {
    try (Probe probe = new Probe(POSTGRES.uri())) {
      return probe.texts(
          "select pid::text from pg_stat_activity where application_name like 'parley%'");
    }
  }

  private static List<String> allProcesses() {
    ProcessHandle server = ProcessHandle.of(POSTGRES.pid()).orElseThrow();
    return Stream.concat(Stream.of(server), server.descendants())
        .map(process -> Long.toString(process.pid()))
        .toList();
  }

  private static void signal(String name, List<String> pids) throws Exception {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    command.addAll(pids);
    assertTrue(new ProcessBuilder(command).start().waitFor(5, TimeUnit.SECONDS));
  }
}
