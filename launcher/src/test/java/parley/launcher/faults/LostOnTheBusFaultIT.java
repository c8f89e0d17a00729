package parley.launcher.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.contract.FailureCode;
import parley.contract.Operation;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.MessageItem;
import parley.contract.feed.Range;
import parley.contract.id.ConversationId;
import parley.contract.message.MessageOperations;
import parley.contract.message.ReadHistory;
import parley.contract.message.SendMessage;
import parley.launcher.Metrics;
import parley.launcher.Talk;
import parley.launcher.TestParley;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.bridge.Refused;
import parley.testkit.bus.BusFault;
import parley.testkit.bus.BusFaults;

/**
 * Messages between the parts are lost. Who listens has everything soon after, in order, over the
 * same socket; who asked repeats and gets what the first time brought about.
 */
class LostOnTheBusFaultIT {
  private static final int MESSAGES = 5;

  @TempDir static Path data;

  private static TestParley parley;
  private static Person ada;
  private static Person grace;

  private BusFaults faults;
  private BridgeClient adas;
  private BridgeClient graces;
  private ConversationId room;

  @BeforeAll
  static void start() {
    parley = TestParley.start(data);
    ada = parley.signUp("ada");
    grace = parley.signUp("grace");
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  @BeforeEach
  void meet() {
    faults = BusFaults.on(parley.vertx());
    adas = ada.connect(parley.people, parley.port());
    graces = grace.connect(parley.people, parley.port());
    room = meetIn("Room " + UUID.randomUUID());
  }

  @AfterEach
  void part() {
    faults.close();
    adas.close();
    graces.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, MESSAGES})
  void aLostDeliveryIsRepairedWithoutReconnecting(int lost) {
    long number = head() + lost;
    BusFault fault =
        faults.loseDelivery(Talk.address(room), delivery -> delivery.through() == number, 1);
    final double before = holesFetched();
    Repair repair = Repair.of("delivery " + lost + " of " + MESSAGES + " lost");
    List<MessageItem> said = say(MESSAGES);
    repair.brings(graces, room, said);
    repair.brings(adas, room, said);
    assertEquals(1, fault.effects());
    assertTrue(holesFetched() > before, "it was fetched");
    assertFalse(graces.isClosed() || adas.isClosed());
  }

  @Test
  void everythingIsRepairedIfEveryDeliveryIsLost() {
    BusFault fault = faults.loseDelivery(Talk.address(room), delivery -> true, 1_000);
    Repair repair = Repair.of("all " + MESSAGES + " deliveries lost");
    List<MessageItem> said = say(MESSAGES);
    repair.brings(graces, room, said);
    assertTrue(fault.effects() >= 1);
  }

  @Test
  void aDeliveryThatIsOvertakenKeepsItsPlace() {
    long first = head() + 1;
    BusFault fault =
        faults.holdDelivery(Talk.address(room), delivery -> delivery.through() == first);
    List<MessageItem> said = say(2);
    assertEquals(1, fault.effects());
    fault.release();
    Repair.of("delivery 1 of 2 overtaken").brings(graces, room, said);
  }

  @Test
  void nothingIsMissedWhileBeaconsAreLostToo() {
    BusFault beacons = faults.lose(FeedOperations.HEADS.address(), 2);
    faults.loseDelivery(Talk.address(room), delivery -> true, 1);
    List<MessageItem> said = say(1);
    Await.until("two beacons are lost", () -> beacons.effects() == 2);
    assertEquals(List.of(), Talk.messages(graces, room));
    Repair.of("the last delivery and two beacons lost").brings(graces, room, said);
  }

  /** Between persistence and chat nothing is announced either; between chat and gateway it is. */
  @Test
  void whatWasCommittedIsHeardAndStoredOnceWhereverItsAnswerIsLost() {
    ConversationId aside = meetIn("Aside " + UUID.randomUUID());
    SendMessage one = Talk.message(room, "answer of persistence");
    SendMessage other = Talk.message(aside, "answer of chat");
    String first = sendAndLose(MessageOperations.APPEND_MESSAGE, one);
    String second = sendAndLose(MessageOperations.SEND_MESSAGE, other);
    repeats(one, first);
    repeats(other, second);
  }

  private String sendAndLose(Operation<?, ?> answerOf, SendMessage message) {
    BusFault answer = faults.loseReplies(answerOf.address(), 1);
    String reply = adas.post(MessageOperations.SEND_MESSAGE, message);
    Await.until("the answer is lost", () -> answer.effects() == 1);
    Repair repair = Repair.of(answerOf.address() + " not answered");
    repair.brings(graces, message.conversation(), history(message.conversation()));
    return reply;
  }

  /** The gateway says in time that it does not know; then the same is sent again. */
  private void repeats(SendMessage message, String reply) {
    ConversationId where = message.conversation();
    assertEquals(
        FailureCode.UNAVAILABLE, assertThrows(Refused.class, () -> adas.answer(reply)).code());
    List<MessageItem> stored = history(where);
    MessageItem again = adas.ask(MessageOperations.SEND_MESSAGE, message).message();
    assertEquals(stored, List.of(again), "the answer to the repeat");
    List<MessageItem> all = List.of(again, Talk.say(adas, where, "next"));
    Await.until("heard once", () -> Talk.messages(graces, where).equals(all));
    assertEquals(all, history(where));
  }

  private ConversationId meetIn(String name) {
    ConversationId where = Talk.createRoom(adas, name);
    Talk.join(graces, where);
    Talk.listen(adas, where);
    Talk.listen(graces, where);
    return where;
  }

  private List<MessageItem> say(int count) {
    List<MessageItem> said = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      said.add(Talk.say(adas, room, "message " + i));
    }
    return said;
  }

  private long head() {
    List<Range> heard = graces.ranges(Talk.address(room));
    return heard.get(heard.size() - 1).through();
  }

  private List<MessageItem> history(ConversationId where) {
    return graces.ask(MessageOperations.READ_HISTORY, new ReadHistory(where, null, 100)).messages();
  }

  private static double holesFetched() {
    return Metrics.read(parley, "gateway_holes_fetched_total");
  }
}
