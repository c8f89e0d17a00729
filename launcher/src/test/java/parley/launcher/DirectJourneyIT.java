package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.FailureCode;
import parley.contract.account.PeopleOperations;
import parley.contract.account.Profile;
import parley.contract.account.SearchPeople;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.ConversationSummary;
import parley.contract.conversation.DirectOperations;
import parley.contract.conversation.JoinRoom;
import parley.contract.conversation.LeaveRoom;
import parley.contract.conversation.ListConversations;
import parley.contract.conversation.ListRooms;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.OpenDirect;
import parley.contract.conversation.RoomOperations;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.FeedPosition;
import parley.contract.feed.MembershipItem;
import parley.contract.feed.ReadFeed;
import parley.contract.feed.Resume;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.MessageOperations;
import parley.contract.message.ReadHistory;
import parley.contract.relation.BlockPerson;
import parley.contract.relation.RelationOperations;
import parley.contract.relation.UnblockPerson;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.bridge.Refused;

/** Two people who write to each other alone, and a third who would like to read it. */
class DirectJourneyIT {
  @TempDir static Path data;

  private static TestParley parley;
  private static Person ada;
  private static Person grace;
  private static Person eve;

  @BeforeAll
  static void start() {
    parley = TestParley.start(data);
    ada = parley.signUp("ada");
    grace = parley.signUpOpen("grace");
    eve = parley.signUp("eve");
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  @Test
  void appearsWithTheOtherLiveAndIsOneWhoeverOpensIt() {
    Person tom = parley.signUp("tom");
    Person mara = parley.signUp("mara");
    parley.befriend(tom, mara);
    try (BridgeClient toms = connect(tom);
        BridgeClient maras = connect(mara)) {
      listenToOwn(maras, mara);
      ConversationSummary opened = open(toms, find(toms, "MAR"));
      ConversationId direct = opened.conversation();
      Await.until("it appears with the other", () -> appeared(maras, mara, direct));
      Talk.listen(maras, direct);
      Talk.say(toms, direct, "just us");
      Talk.awaitTexts(maras, direct, "just us");
      assertEquals(direct, open(maras, tom.account()).conversation());
      ConversationSummary hers =
          maras
              .ask(ConversationOperations.LIST_CONVERSATIONS, new ListConversations(null, 10))
              .conversations()
              .get(0);
      assertEquals(opened.between(), hers.between());
      assertEquals(1, hers.ordinal() - hers.readOrdinal());
    }
  }

  @Test
  void isClosedToAThird() {
    try (BridgeClient adas = connect(ada);
        BridgeClient eves = connect(eve)) {
      ConversationId direct = open(adas, grace.account()).conversation();
      FeedId feed = FeedId.of(direct);
      assertRefused(
          FailureCode.NOT_A_MEMBER,
          () -> eves.ask(MessageOperations.READ_HISTORY, new ReadHistory(direct, null, 10)));
      assertRefused(
          FailureCode.NOT_A_MEMBER,
          () -> eves.ask(FeedOperations.READ_FEED, new ReadFeed(feed, 0, 10)));
      assertRefused(FailureCode.NOT_A_MEMBER, () -> Talk.say(eves, direct, "me too"));
      assertRefused(FailureCode.NOT_FOUND, () -> Talk.join(eves, direct));
      assertEquals("NOT_A_MEMBER", resumed(eves, feed));
      eves.register(Talk.address(direct));
      JsonObject refusal =
          eves.next(frame -> Talk.address(direct).equals(frame.getString("address")));
      assertEquals(FailureCode.NOT_A_MEMBER.number(), refusal.getInteger("failureCode"));
      ListRooms everything = new ListRooms(null, null, 100);
      assertTrue(eves.ask(RoomOperations.LIST_ROOMS, everything).rooms().isEmpty());
    }
  }

  @Test
  void nobodyWritesAfterABlockWasAnsweredAndBothGoOnReading() {
    Person tim = parley.signUp("tim");
    Person ann = parley.signUp("ann");
    parley.befriend(tim, ann);
    try (BridgeClient tims = connect(tim);
        BridgeClient anns = connect(ann)) {
      ConversationId direct = open(tims, ann.account()).conversation();
      Talk.say(anns, direct, "before");
      tims.ask(RelationOperations.BLOCK_PERSON, new BlockPerson(ann.account()));
      assertRefused(FailureCode.NOT_REACHABLE, () -> Talk.say(anns, direct, "after"));
      assertRefused(FailureCode.NOT_REACHABLE, () -> Talk.say(tims, direct, "after"));
      assertRefused(FailureCode.NOT_REACHABLE, () -> open(anns, tim.account()));
      for (BridgeClient either : List.of(tims, anns)) {
        assertEquals(
            1,
            either
                .ask(MessageOperations.READ_HISTORY, new ReadHistory(direct, null, 10))
                .messages()
                .size());
      }
      tims.ask(RelationOperations.UNBLOCK_PERSON, new UnblockPerson(ann.account()));
      assertRefused(FailureCode.NOT_REACHABLE, () -> Talk.say(anns, direct, "strangers now"));
      parley.befriend(tim, ann);
      Talk.say(anns, direct, "friends again");
    }
  }

  @Test
  void strangersAreNotReachable() {
    try (BridgeClient adas = connect(ada)) {
      assertRefused(FailureCode.NOT_REACHABLE, () -> open(adas, eve.account()));
    }
  }

  @Test
  void isNeitherJoinedNorLeftNorHadWithOneself() {
    try (BridgeClient adas = connect(ada)) {
      ConversationId direct = open(adas, grace.account()).conversation();
      assertRefused(
          FailureCode.NOT_FOUND, () -> adas.ask(RoomOperations.JOIN_ROOM, new JoinRoom(direct)));
      assertRefused(
          FailureCode.FORBIDDEN, () -> adas.ask(RoomOperations.LEAVE_ROOM, new LeaveRoom(direct)));
      assertRefused(FailureCode.NOT_REACHABLE, () -> open(adas, ada.account()));
      assertRefused(FailureCode.NOT_REACHABLE, () -> open(adas, new UserId(direct.value())));
    }
  }

  private static BridgeClient connect(Person person) {
    return person.connect(parley.people, parley.port());
  }

  private static void listenToOwn(BridgeClient client, Person person) {
    String address = ownAddress(person);
    client.register(address);
    client.next(frame -> address.equals(frame.getString("address")));
  }

  private static boolean appeared(BridgeClient client, Person person, ConversationId direct) {
    return client.ranges(ownAddress(person)).stream()
        .flatMap(range -> range.items().stream())
        .anyMatch(
            item ->
                item instanceof MembershipItem membership
                    && membership.conversation().equals(direct)
                    && membership.state() == MemberState.JOINED);
  }

  private static String ownAddress(Person person) {
    return FeedOperations.USER_EVENTS.address(person.account().toString());
  }

  private static String resumed(BridgeClient client, FeedId feed) {
    Resume resume = new Resume(List.of(new FeedPosition(feed, 0L)));
    return client.ask(FeedOperations.RESUME, resume).feeds().get(0).failure();
  }

  private static UserId find(BridgeClient by, String query) {
    List<Profile> found =
        by.ask(PeopleOperations.SEARCH_PEOPLE, new SearchPeople(query, 20)).profiles();
    assertEquals(1, found.size());
    return found.get(0).account();
  }

  private static ConversationSummary open(BridgeClient by, UserId with) {
    return by.ask(DirectOperations.OPEN_DIRECT, new OpenDirect(with)).conversation();
  }

  private static void assertRefused(FailureCode code, Executable asking) {
    assertEquals(code, assertThrows(Refused.class, asking).code());
  }
}
