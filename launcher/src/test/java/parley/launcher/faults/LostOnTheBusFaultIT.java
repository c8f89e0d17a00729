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
import parley.contract.feed.FeedOperations;
import parley.contract.feed.MessageItem;
import parley.contract.feed.Range;
import parley.contract.id.ConversationId;
import parley.contract.message.HistoryPage;
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
    room = Talk.createRoom(adas, "Room " + UUID.randomUUID());
    Talk.join(graces, room);
    Talk.listen(adas, room);
    Talk.listen(graces, room);
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

  @Test
  void whatWasCommittedIsHeardAndStoredOnceIfItsAnswerAndAnnouncementAreLost() {
    BusFault answer = faults.loseReplies(MessageOperations.APPEND_MESSAGE.address(), 1);
    repeatsUntilItIsAcknowledged("answer of persistence", answer);
  }

  @Test
  void whatWasAnnouncedIsHeardAndStoredOnceIfItsAcknowledgementIsLost() {
    BusFault answer = faults.loseReplies(MessageOperations.SEND_MESSAGE.address(), 1);
    repeatsUntilItIsAcknowledged("answer of chat", answer);
  }

  /** The first answer is lost behind the gateway, which then says that it does not know. */
  private void repeatsUntilItIsAcknowledged(String what, BusFault answer) {
    SendMessage message = Talk.message(room, "once");
    String reply = adas.post(MessageOperations.SEND_MESSAGE, message);
    Await.until("the answer is lost", () -> answer.effects() == 1);
    Repair repair = Repair.of(what + " lost after the commit");
    HistoryPage stored = history();
    repair.brings(graces, room, stored.messages());
    assertEquals(1, stored.messages().size());
    assertEquals(
        FailureCode.UNAVAILABLE, assertThrows(Refused.class, () -> adas.answer(reply)).code());
    MessageItem again = adas.ask(MessageOperations.SEND_MESSAGE, message).message();
    assertEquals(stored.messages().get(0), again, "the answer to the repeat");
    MessageItem next = Talk.say(adas, room, "next");
    List<MessageItem> all = List.of(again, next);
    Await.until("heard once", () -> Talk.messages(graces, room).equals(all));
    assertEquals(all, history().messages());
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

  private HistoryPage history() {
    return graces.ask(MessageOperations.READ_HISTORY, new ReadHistory(room, null, 100));
  }

  private static double holesFetched() {
    return Metrics.read(parley, "gateway_holes_fetched_total");
  }
}
