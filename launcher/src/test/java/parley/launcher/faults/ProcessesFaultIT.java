package parley.launcher.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.contract.FailureCode;
import parley.contract.conversation.LeaveRoom;
import parley.contract.conversation.RoomOperations;
import parley.contract.feed.MessageItem;
import parley.contract.feed.Range;
import parley.contract.id.ConversationId;
import parley.contract.message.MessageOperations;
import parley.contract.message.SendMessage;
import parley.launcher.Audience;
import parley.launcher.Metrics;
import parley.launcher.ParleyCluster;
import parley.launcher.ParleyCluster.Member;
import parley.launcher.Sender;
import parley.launcher.Talk;
import parley.launcher.delivery.Signs;
import parley.launcher.delivery.Trial;
import parley.launcher.delivery.Verdict;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.bridge.Refused;
import parley.testkit.process.Freeze;
import parley.testkit.servers.PostgresExtension;
import parley.testkit.servers.RedisExtension;

/**
 * One Parley of six processes: two that store one conversation at the same time, some that stand
 * still for a while, and one that dies between a commit and its announcement.
 */
class ProcessesFaultIT {
  private static final Duration SENDING = Duration.ofSeconds(60);
  private static final int MESSAGES = 150;

  /** Shorter than members wait for each other, 10 s; the long one outlasts all deadlines. */
  private static final Duration STILL =
      Duration.ofSeconds(Boolean.getBoolean("parley.full") ? 8 : 3);

  /** Longer than members wait for each other. */
  private static final Duration LONG = Duration.ofSeconds(15);

  private static final String ROWS = "persistence_append_rows_total";
  private static final int VISITS = 10;
  private static final int BETWEEN = 20;

  @RegisterExtension static final PostgresExtension POSTGRES = PostgresExtension.shared();
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  @TempDir static Path folder;

  private static final Vertx PEOPLE = Vertx.vertx();

  private static List<Integer> ports;
  private static ParleyCluster cluster;

  @BeforeAll
  static void start() {
    int first = ParleyCluster.freePorts(6);
    ports = IntStream.range(first, first + 6).boxed().toList();
    cluster = ParleyCluster.start(PEOPLE, folder, POSTGRES.uri(), REDIS.uri(), members());
  }

  @AfterAll
  static void stop() {
    PEOPLE.close();
    if (cluster != null) {
      cluster.close();
    }
  }

  /** Editing and removing messages are no operations yet; joining and leaving change the feed. */
  @Test
  void twoPersistencesNumberOneConversationWithoutAHole() {
    Person ada = signUp("ada");
    Person grace = signUp("grace");
    Person eve = signUp("eve");
    double one = stored(2);
    double other = stored(3);
    try (Audience audience =
            new Audience("Hot", List.of(ada, grace, signUp("linus")), ProcessesFaultIT::connect);
        BridgeClient eves = connect(eve, 2);
        BridgeClient graces = connect(grace, 2)) {
      Talk.listen(graces, audience.room());
      Sender adas = audience.write(ada, 1, MESSAGES);
      Sender more = audience.write(grace, 2, MESSAGES);
      for (int i = 0; i < VISITS; i++) {
        Talk.join(eves, audience.room());
        eves.ask(RoomOperations.LEAVE_ROOM, new LeaveRoom(audience.room()));
      }
      Await.until("all sent", SENDING, () -> adas.isDone() && more.isDone());
      audience.agreeOn(adas, more);
      assertNumbers(graces, audience.room(), adas, more);
    }
    assertTrue(stored(2) - one > BETWEEN, "the first stored some");
    assertTrue(stored(3) - other > BETWEEN, "the second stored some");
  }

  @Test
  void whatAChatCommittedBeforeItDiedIsHeardAndAnsweredToTheRepeat() {
    Person ada = signUp("anna");
    Person grace = signUp("gerda");
    try (BridgeClient adas = connect(ada, 1);
        BridgeClient graces = connect(grace, 2)) {
      ConversationId room = Talk.createRoom(adas, "Unannounced");
      Talk.join(graces, room);
      Talk.listen(graces, room);
      SendMessage message = Talk.message(room, "committed and not announced");
      String reply;
      try (Hold feed =
          Hold.of(POSTGRES.uri(), "select 1 from feed where id = '" + room + "' for update")) {
        reply = adas.post(MessageOperations.SEND_MESSAGE, message);
        feed.awaitWaiting();
        cluster.kill("chat-1");
        cluster.kill("chat-2");
        assertEquals(List.of(), Talk.messages(graces, room));
      }
      Repair repair = Repair.of("publisher killed before the commit");
      MessageItem heard = repair.bringsOne(graces, room);
      assertEquals(
          FailureCode.UNAVAILABLE, assertThrows(Refused.class, () -> adas.answer(reply)).code());
      cluster.restart(PEOPLE, "chat-1", "chat-2");
      assertEquals(heard, adas.ask(MessageOperations.SEND_MESSAGE, message).message());
      MessageItem next = Talk.say(adas, room, "next");
      Await.until(
          "heard once, in order", () -> Talk.messages(graces, room).equals(List.of(heard, next)));
      assertFalse(graces.isClosed());
    }
  }

  @Test
  void nothingStaleComesFromWhoStoodStillForAWhile() {
    try (Trial trial =
        Trial.open(PEOPLE, folder, POSTGRES.uri(), ports.subList(0, 2), 3, STILL.toSeconds())) {
      trial.talk(30);
      for (String name : List.of("chat-2", "persistence-1", "gateway-1")) {
        Signs met = freeze(trial, name);
        assertTrue(met.pauses() > 0, () -> "nobody noticed " + name + ": " + met);
      }
      Verdict verdict = trial.end();
      System.out.printf("frozen for %s: %s%n", STILL, verdict);
      assertEquals(List.of(), verdict.violations());
    }
  }

  /** All kinds with all of the tests, else the one that both asks and is told. */
  static List<String> kinds() {
    return Boolean.getBoolean("parley.full")
        ? List.of("gateway-1", "chat-1", "persistence-1", "persistence-2")
        : List.of("gateway-1");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whomTheOthersGaveUpDoesItsPartAgain(String name) {
    Person friend = signUp("friend" + name.replace("-", ""));
    try (Trial trial =
        Trial.open(PEOPLE, folder, POSTGRES.uri(), ports.subList(0, 2), 3, LONG.toSeconds())) {
      trial.talk(30);
      trial.awaitMore(BETWEEN);
      Signs before = trial.signs();
      try (Freeze frozen = Freeze.of(cluster.pid(name))) {
        frozen.lasts(LONG);
      }
      long thawed = System.nanoTime();
      Await.until("it had been given up", () -> cluster.has(name, "launcher.cluster.rejoined"));
      partOf(name, friend).awaitDone(thawed);
      trial.awaitMore(BETWEEN);
      Signs met = trial.signs().since(before);
      Verdict verdict = trial.end();
      System.out.printf("frozen for %s: %s%n", LONG, verdict);
      assertEquals(List.of(), verdict.violations());
      assertTrue(met.pauses() > 0, () -> "nobody noticed " + name + ": " + met);
    }
  }

  private static Part partOf(String name, Person friend) {
    return switch (name) {
      case "gateway-1" -> Part.tried(PEOPLE, name, friend, ports.get(0), ports.get(1));
      case "chat-1" -> Part.counted(PEOPLE, name, ports.get(4), "chat_message_accepted_total");
      case "persistence-1" -> Part.counted(PEOPLE, name, ports.get(2), ROWS);
      default -> Part.counted(PEOPLE, name, ports.get(3), ROWS);
    };
  }

  /** Gives what people met meanwhile. */
  private static Signs freeze(Trial trial, String name) {
    trial.awaitMore(BETWEEN);
    Signs before = trial.signs();
    try (Freeze frozen = Freeze.of(cluster.pid(name))) {
      frozen.lasts(STILL);
    }
    trial.awaitMore(BETWEEN);
    return trial.signs().since(before);
  }

  /** The head is the number of all changes, and a socket heard each of them. */
  private static void assertNumbers(BridgeClient listener, ConversationId room, Sender... senders) {
    List<Range> ranges = listener.ranges(Talk.address(room));
    long begin = ranges.get(0).through();
    long end = ranges.get(ranges.size() - 1).through();
    long messages = 0;
    for (Sender sender : senders) {
      messages += sender.count();
    }
    long changes = messages + VISITS * 2 * 2;
    assertEquals(begin + changes, end, "a join and a leave change two items each");
    assertEquals(
        changes, ranges.stream().flatMap(range -> range.items().stream()).distinct().count());
  }

  /** How many rows the process with this management port has stored. */
  private static double stored(int process) {
    return Metrics.read(PEOPLE, ports.get(process), ROWS);
  }

  private static Person signUp(String name) {
    return Person.signUp(PEOPLE, ports.get(0), name);
  }

  private static BridgeClient connect(Person person, int gateway) {
    return person.connect(PEOPLE, ports.get(gateway - 1));
  }

  private static List<Member> members() {
    return List.of(
        new Member("persistence-1", "persistence", Map.of("PARLEY_MANAGEMENT_PORT", port(2))),
        new Member(
            "persistence-2", "persistence,presence", Map.of("PARLEY_MANAGEMENT_PORT", port(3))),
        new Member("chat-1", "chat", Map.of("PARLEY_MANAGEMENT_PORT", port(4))),
        new Member("chat-2", "chat", Map.of("PARLEY_MANAGEMENT_PORT", port(5))),
        new Member("gateway-1", "gateway", gateway(0)),
        new Member("gateway-2", "gateway", gateway(1)));
  }

  private static Map<String, String> gateway(int number) {
    return Map.of("PARLEY_PORT", port(number), "PARLEY_THROTTLE_SIGN_UP_BURST", "1000");
  }

  private static String port(int number) {
    return ports.get(number).toString();
  }
}
