package parley.launcher.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.testkit.network.Direction.TO_CLIENT;
import static parley.testkit.network.Direction.TO_SERVER;

import io.vertx.core.json.JsonObject;
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
import parley.contract.Json;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.FeedPosition;
import parley.contract.feed.Item;
import parley.contract.feed.MessageItem;
import parley.contract.feed.Range;
import parley.contract.feed.Resume;
import parley.contract.feed.ResumedFeed;
import parley.contract.id.ConversationId;
import parley.contract.message.MessageOperations;
import parley.contract.message.ReadHistory;
import parley.contract.message.SendMessage;
import parley.launcher.Talk;
import parley.launcher.TestParley;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.network.Cut;
import parley.testkit.network.FaultProxy;

/**
 * The connection between somebody and the gateway breaks at the worst byte. Who comes back, with
 * the same client id and the position reached, has sent once and hears everything once.
 */
class BrokenConnectionFaultIT {
  private static final String REPLY = "the-answer";

  @TempDir static Path data;

  private static TestParley parley;
  private static Person ada;
  private static Person grace;

  private FaultProxy proxy;
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

  /** Ada comes by the proxy, Grace does not. */
  @BeforeEach
  void meet() {
    proxy = FaultProxy.before(parley.port());
    adas = ada.connect(parley.people, proxy.port());
    graces = grace.connect(parley.people, parley.port());
    room = Talk.createRoom(adas, "Room " + UUID.randomUUID());
    Talk.join(graces, room);
    Talk.listen(adas, room);
    Talk.listen(graces, room);
  }

  @AfterEach
  void part() {
    graces.close();
    adas.close();
    proxy.close();
  }

  @Test
  void whatWasStoredIsStoredOnceIfTheAcknowledgementIsCutOff() {
    Cut cut = proxy.cutBefore(TO_CLIENT, REPLY);
    SendMessage message = Talk.message(room, "once");
    send(adas, message);
    awaitGone(adas);
    assertTrue(cut.happened());
    Await.until("it is stored and heard", () -> heard(graces).size() == 1);
    MessageItem stored = heard(graces).get(0);
    try (BridgeClient again = ada.connect(parley.people, proxy.port())) {
      assertEquals(stored, again.ask(MessageOperations.SEND_MESSAGE, message).message());
      endsWith(again, List.of(stored));
    }
  }

  @Test
  void whatArrivesByHalfIsNotStoredUntilItComesAgain() {
    SendMessage message = Talk.message(room, "by half");
    Cut cut = proxy.cutAfter(TO_SERVER, 150);
    send(adas, message);
    awaitGone(adas);
    assertTrue(cut.happened());
    assertEquals(List.of(), history(graces));
    try (BridgeClient again = ada.connect(parley.people, proxy.port())) {
      endsWith(again, List.of(again.ask(MessageOperations.SEND_MESSAGE, message).message()));
    }
  }

  @Test
  void whatIsHeardByHalfIsHeardAfterComingBack() {
    long position = position(adas);
    Cut cut = proxy.cutAfter(TO_CLIENT, 50);
    MessageItem first = Talk.say(graces, room, "heard by half");
    awaitGone(adas);
    assertTrue(cut.happened());
    assertEquals(position, position(adas), "half a frame is no frame");
    MessageItem second = Talk.say(graces, room, "not heard at all");
    try (BridgeClient again = ada.connect(parley.people, proxy.port())) {
      assertEquals(List.of(first, second), resume(again, position));
      endsWith(again, List.of(first, second));
    }
  }

  /** Neither side knows; what was said on the way arrives much later, and a second time. */
  @Test
  void whatComesLateFromAHalfOpenConnectionIsNoSecondMessage() {
    proxy.halfOpen();
    SendMessage message = Talk.message(room, "comes twice");
    send(adas, message);
    MessageItem missed = Talk.say(graces, room, "said meanwhile");
    assertFalse(adas.isClosed(), "nobody told");
    try (BridgeClient again = ada.connect(parley.people, parley.port())) {
      assertEquals(List.of(missed), resume(again, position(adas)));
      MessageItem stored = again.ask(MessageOperations.SEND_MESSAGE, message).message();
      long before = proxy.passed(TO_SERVER);
      proxy.heal();
      assertEquals(stored, message(adas.answer(REPLY)), "the answer to what came late");
      assertTrue(proxy.passed(TO_SERVER) > before, "it came late");
      endsWith(again, List.of(missed, stored));
    }
  }

  @Test
  void whoReadsLittleByLittleGetsAllOfItAndKeepsNobodyWaiting() {
    List<MessageItem> said = new ArrayList<>();
    proxy.bandwidth(TO_CLIENT, 80_000);
    long before = proxy.passed(TO_CLIENT);
    for (int i = 0; i < 50; i++) {
      said.add(Talk.say(graces, room, i + " " + "x".repeat(3_900)));
    }
    Await.until("the others have all", () -> heard(graces).equals(said));
    assertTrue(heard(adas).size() < said.size(), "ada is behind");
    Await.until("ada has all", () -> heard(adas).equals(said));
    assertTrue(proxy.passed(TO_CLIENT) - before >= 50 * 3_900);
    assertFalse(adas.isClosed());
  }

  /** Leaves with a reply address that the proxy can recognise. */
  private static void send(BridgeClient by, SendMessage message) {
    by.send(
        new JsonObject()
            .put("type", "send")
            .put("address", MessageOperations.SEND_MESSAGE.address())
            .put("replyAddress", REPLY)
            .put("body", new JsonObject(Json.encode(message))));
  }

  private static MessageItem message(JsonObject answer) {
    return Json.decodeLeniently(answer.encode(), MessageOperations.SEND_MESSAGE.reply()).message();
  }

  /** Listens from a position on; gives what was missed. */
  private List<MessageItem> resume(BridgeClient client, long position) {
    FeedPosition mine = new FeedPosition(FeedId.of(room), position);
    ResumedFeed resumed =
        client.ask(FeedOperations.RESUME, new Resume(List.of(mine))).feeds().get(0);
    List<MessageItem> messages = new ArrayList<>();
    for (Item item : resumed.range().items()) {
      messages.add((MessageItem) item);
    }
    return messages;
  }

  /** One more message; it and these are what is stored, and what Grace heard. */
  private void endsWith(BridgeClient again, List<MessageItem> messages) {
    List<MessageItem> all = new ArrayList<>(messages);
    all.add(Talk.say(again, room, "the end"));
    Await.until("heard once, in order", () -> heard(graces).equals(all));
    assertEquals(all, history(again));
  }

  private static void awaitGone(BridgeClient client) {
    Await.until("the socket is gone", client::isClosed);
  }

  private long position(BridgeClient client) {
    List<Range> heard = client.ranges(Talk.address(room));
    return heard.get(heard.size() - 1).through();
  }

  private List<MessageItem> heard(BridgeClient client) {
    return Talk.messages(client, room);
  }

  private List<MessageItem> history(BridgeClient by) {
    return by.ask(MessageOperations.READ_HISTORY, new ReadHistory(room, null, 100)).messages();
  }
}
