package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.ReadStanding;
import parley.contract.conversation.RoomOperations;
import parley.contract.conversation.Standing;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.FeedPosition;
import parley.contract.feed.MemberItem;
import parley.contract.feed.Range;
import parley.contract.feed.Resume;
import parley.contract.feed.ResumedFeed;
import parley.contract.id.ConversationId;
import parley.contract.message.MessageAccepted;
import parley.contract.message.MessageOperations;
import parley.contract.message.SendMessage;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.bridge.Refused;

/**
 * Who hears what, and how those who were away catch up, over real sockets with everything behind
 * them.
 */
class DeliveryIT {
  private static final int MANY = 1_000;

  @TempDir static Path data;

  private static TestParley parley;
  private static Person ada;
  private static Person grace;

  @BeforeAll
  static void start() {
    parley =
        TestParley.start(
            data,
            Map.of(
                "PARLEY_BRIDGE_ADMISSIONS_PER_SECOND", "10000",
                "PARLEY_BRIDGE_SOCKETS_PER_ACCOUNT", "2000",
                "PARLEY_BRIDGE_REQUEST_BURST", "100000",
                "PARLEY_BRIDGE_REQUESTS_PER_SECOND", "100000"));
    ada = parley.signUp("ada");
    grace = parley.signUp("grace");
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  @Test
  void refusesAStrangersRegistrationWithItsAddress() {
    try (BridgeClient adas = connect(ada);
        BridgeClient graces = connect(grace)) {
      ConversationId room = Talk.createRoom(adas, "Stranger's room");
      graces.register(Talk.address(room));
      JsonObject refusal =
          graces.next(frame -> Talk.address(room).equals(frame.getString("address")));
      assertEquals("err", refusal.getString("type"));
      assertEquals(FailureCode.NOT_A_MEMBER.number(), refusal.getInteger("failureCode"));
      Talk.say(adas, room, "nobody hears this");
      assertEquals(List.of(), graces.ranges(Talk.address(room)));
    }
  }

  @Test
  void aRemovedMembersSocketGetsNothingNumberedAfterTheRemoval() {
    try (BridgeClient adas = connect(ada);
        BridgeClient graces = connect(grace)) {
      ConversationId room = Talk.createRoom(adas, "Removal");
      Talk.join(graces, room);
      Talk.listen(adas, room);
      Talk.listen(graces, room);
      Talk.say(adas, room, "before");
      long removal = remove(grace, room);
      Talk.say(adas, room, "after");
      Talk.awaitTexts(adas, room, "before", "after");
      Talk.awaitTexts(graces, room, "before");
      List<Range> heard = graces.ranges(Talk.address(room));
      Range last = heard.get(heard.size() - 1);
      assertEquals(removal, last.through(), "the removal itself is the last thing heard");
      assertTrue(last.items().get(last.items().size() - 1) instanceof MemberItem);
      Refused refused = assertThrows(Refused.class, () -> Talk.say(graces, room, "still here?"));
      assertEquals(FailureCode.NOT_A_MEMBER, refused.code());
    }
  }

  @Test
  void aRemovedMemberReadsNothingMoreByResumingThoughTheRemovalWasNotHeardYet() {
    try (BridgeClient adas = connect(ada);
        BridgeClient graces = connect(grace)) {
      ConversationId room = Talk.createRoom(adas, "Lost removal");
      Talk.join(graces, room);
      Talk.listen(graces, room);
      long position = Talk.say(adas, room, "before").changed();
      Talk.awaitTexts(graces, room, "before");
      storeRemoval(grace, room);
      Talk.say(adas, room, "after");
      FeedPosition mine = new FeedPosition(FeedId.of(room), position);
      ResumedFeed resumed =
          graces.ask(FeedOperations.RESUME, new Resume(List.of(mine))).feeds().get(0);
      assertTrue(resumed.range() == null || resumed.range().items().isEmpty(), "range " + resumed);
      Talk.say(adas, room, "long after");
      Await.until("the removal was heard or the entry is gone", () -> isSilent(graces, room));
      assertEquals(List.of("before"), Talk.heard(graces, room));
    }
  }

  @Test
  void encodesOncePerMessageForAThousandReceivers() {
    try (BridgeClient adas = connect(ada)) {
      ConversationId room = Talk.createRoom(adas, "Full house");
      List<BridgeClient> receivers =
          BridgeClient.connectMany(parley.people, parley.port(), ada.accessToken(), MANY);
      receivers.forEach(receiver -> receiver.register(Talk.address(room)));
      receivers.forEach(
          receiver ->
              receiver.next(frame -> Talk.address(room).equals(frame.getString("address"))));
      double before = Metrics.read(parley, "gateway_frames_encoded_total");
      for (int i = 0; i < 10; i++) {
        Talk.say(adas, room, "message " + i);
      }
      Await.until(
          "all receivers have all messages",
          Duration.ofSeconds(30),
          () -> receivers.stream().allMatch(receiver -> Talk.heard(receiver, room).size() == 10));
      double encoded = Metrics.read(parley, "gateway_frames_encoded_total") - before;
      assertTrue(encoded >= 1 && encoded <= 10, "frames encoded: " + encoded);
      receivers.forEach(BridgeClient::close);
    }
  }

  @Test
  void aRepeatedSendIsOneMessage() {
    try (BridgeClient adas = connect(ada)) {
      ConversationId room = Talk.createRoom(adas, "Repeats");
      Talk.listen(adas, room);
      SendMessage once = Talk.message(room, "once");
      MessageAccepted first = adas.ask(MessageOperations.SEND_MESSAGE, once);
      MessageAccepted second = adas.ask(MessageOperations.SEND_MESSAGE, once);
      assertEquals(first, second);
      Talk.say(adas, room, "twice");
      Talk.awaitTexts(adas, room, "once", "twice");
    }
  }

  @Test
  void bringsAReturningClientUpToDateByOneRequest() {
    try (BridgeClient adas = connect(ada)) {
      ConversationId room = Talk.createRoom(adas, "Return");
      long position = Talk.say(adas, room, "seen").changed();
      Talk.say(adas, room, "missed 1");
      Talk.say(adas, room, "missed 2");
      FeedId feed = FeedId.of(room);
      ResumedFeed resumed =
          adas.ask(FeedOperations.RESUME, new Resume(List.of(new FeedPosition(feed, position))))
              .feeds()
              .get(0);
      assertEquals(position, resumed.range().after());
      assertEquals(2, resumed.range().items().size());
      assertEquals(resumed.head(), resumed.range().through());
      Talk.say(adas, room, "live again");
      Await.until("live", () -> Talk.heard(adas, room).equals(List.of("live again")));
    }
  }

  @Test
  void tellsWhyAFeedCannotBeResumed() {
    try (BridgeClient adas = connect(ada);
        BridgeClient graces = connect(grace)) {
      ConversationId room = Talk.createRoom(adas, "Not for resuming");
      FeedId unknown = new FeedId(FeedId.Kind.CONVERSATION, UUID.randomUUID());
      List<ResumedFeed> resumed =
          graces
              .ask(
                  FeedOperations.RESUME,
                  new Resume(
                      List.of(
                          new FeedPosition(FeedId.of(room), 0L),
                          new FeedPosition(unknown, 0L),
                          new FeedPosition(FeedId.of(ada.account()), 0L),
                          new FeedPosition(FeedId.of(grace.account()), null))))
              .feeds();
      assertEquals(
          List.of("NOT_A_MEMBER", "NOT_FOUND", "FORBIDDEN"),
          resumed.subList(0, 3).stream().map(ResumedFeed::failure).toList());
      assertEquals(null, resumed.get(3).failure());
    }
  }

  /** A stranger's question is refused; then whatever was to come has come. */
  private static boolean isSilent(BridgeClient client, ConversationId room) {
    Resume again = new Resume(List.of(new FeedPosition(FeedId.of(room), 0L)));
    return "NOT_A_MEMBER".equals(client.ask(FeedOperations.RESUME, again).feeds().get(0).failure());
  }

  private static BridgeClient connect(Person person) {
    return person.connect(parley.people, parley.port());
  }

  /** What a moderator will be able to do; gives the number of the removal. */
  private static long remove(Person person, ConversationId room) {
    ConversationChanged changed = storeRemoval(person, room);
    parley.bus().announce(changed.ranges());
    return changed.ranges().stream()
        .flatMap(range -> range.items().stream())
        .filter(MemberItem.class::isInstance)
        .findFirst()
        .orElseThrow()
        .changed();
  }

  /** As {@link #remove}, but the announcement is lost. */
  private static ConversationChanged storeRemoval(Person person, ConversationId room) {
    BusClient bus = parley.bus();
    Caller caller = Caller.process("test", Duration.ofSeconds(5));
    Standing standing =
        Await.get(
            bus.request(
                ConversationOperations.READ_STANDING,
                new ReadStanding(room, person.account()),
                caller));
    return Await.get(
        bus.request(
            RoomOperations.CHANGE_MEMBERSHIP,
            new ChangeMembership(
                room, person.account(), MemberState.REMOVED, standing.policyVersion()),
            caller));
  }
}
