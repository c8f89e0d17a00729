package parley.persistence.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.conversation.DirectOperations.STORE_DIRECT;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.account.AccountOperations;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.ConversationSummary;
import parley.contract.conversation.FindConversations;
import parley.contract.conversation.FindRooms;
import parley.contract.conversation.ListConversations;
import parley.contract.conversation.ListRooms;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Policy;
import parley.contract.conversation.Role;
import parley.contract.conversation.RoomOperations;
import parley.contract.conversation.StoreDirect;
import parley.contract.feed.ConversationItem;
import parley.contract.feed.FeedId;
import parley.contract.feed.MemberItem;
import parley.contract.feed.MembershipItem;
import parley.contract.feed.Range;
import parley.contract.feed.ReadMarkItem;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;
import parley.persistence.RunningPersistence;

class DirectIT {
  @RegisterExtension static final PersistenceExtension PERSISTENCE = PersistenceExtension.fresh();

  // Ids on both sides of where Java's own order of UUIDs turns round.
  private static final UserId LOWER = UserId.of("0191b5a0-0000-7000-8000-0000000000a1");
  private static final UserId UPPER = UserId.of("f191b5a0-0000-7000-8000-0000000000a2");

  private static final People PEOPLE = PERSISTENCE.people();

  @BeforeAll
  static void start() {
    store(LOWER);
    store(UPPER);
  }

  @Test
  void makesBothMembersOfOneConversationAndFindsItAgainFromEitherSide() {
    ConversationChanged opened = PERSISTENCE.ask(STORE_DIRECT, new StoreDirect(UPPER, LOWER));
    ConversationId id = opened.summary().conversation();
    assertEquals(List.of(begun(id), own(LOWER, id), own(UPPER, id)), opened.ranges());
    assertEquals(ConversationKind.DIRECT, opened.summary().kind());
    assertEquals(List.of(LOWER, UPPER), opened.summary().between());
    assertNull(opened.summary().name());
    for (StoreDirect again :
        List.of(new StoreDirect(UPPER, LOWER), new StoreDirect(LOWER, UPPER))) {
      ConversationChanged found = PERSISTENCE.ask(STORE_DIRECT, again);
      assertEquals(List.of(), found.ranges());
      assertEquals(opened.summary(), found.summary());
    }
    assertEquals(begun(id), PEOPLE.read(FeedId.of(id), 0, 10), "as it was announced");
    assertEquals(own(LOWER, id), PEOPLE.read(FeedId.of(LOWER), 0, 10));
    assertEquals(own(UPPER, id), PEOPLE.read(FeedId.of(UPPER), 0, 10));
  }

  @Test
  void listsItForBothAndShowsItInNoDirectory() {
    UserId one = PEOPLE.account();
    UserId other = PEOPLE.account();
    ConversationSummary opened =
        PERSISTENCE.ask(STORE_DIRECT, new StoreDirect(one, other)).summary();
    assertEquals(List.of(opened), conversations(one));
    assertEquals(List.of(opened), conversations(other), "the same for both");
    PEOPLE.say(other, opened.conversation(), "hello");
    assertEquals(1, conversations(one).get(0).ordinal());
    assertTrue(
        PERSISTENCE
            .ask(RoomOperations.FIND_ROOMS, new FindRooms(one, new ListRooms(null, null, 100)))
            .rooms()
            .stream()
            .noneMatch(room -> room.conversation().equals(opened.conversation())));
  }

  @Test
  void refusesWhomOneCannotReachInTheSameWords() {
    UserId one = PEOPLE.account();
    UserId nobody = new UserId(UUID.randomUUID());
    UserId room = new UserId(PEOPLE.room(one).value());
    for (UserId other : List.of(nobody, room, one)) {
      assertEquals(
          FailureCode.NOT_REACHABLE,
          PERSISTENCE.refusal(STORE_DIRECT, new StoreDirect(one, other)));
    }
  }

  @Test
  void opensOneConversationForTwoWhoOpenItAtOnceOnTwoInstances() {
    try (RunningPersistence second = RunningPersistence.on(PERSISTENCE.uri())) {
      for (int round = 0; round < 10; round++) {
        UserId one = PEOPLE.account();
        UserId other = PEOPLE.account();
        List<Future<ConversationChanged>> attempts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          attempts.add(PERSISTENCE.start(STORE_DIRECT, new StoreDirect(one, other)));
          attempts.add(second.start(STORE_DIRECT, new StoreDirect(other, one)));
        }
        List<ConversationChanged> opened =
            attempts.stream().map(RunningPersistence::await).toList();
        assertEquals(
            1, opened.stream().map(each -> each.summary().conversation()).distinct().count());
        assertEquals(1, opened.stream().filter(each -> !each.ranges().isEmpty()).count());
        assertEquals(2, PEOPLE.read(FeedId.of(one), 0, 10).through());
      }
    }
  }

  @Test
  void boundsTheConversationsOfEitherSide() {
    try (RunningPersistence few =
        RunningPersistence.on(PERSISTENCE.uri(), Map.of("persistence.maxConversations", "1"))) {
      UserId full = PEOPLE.account();
      UserId free = PEOPLE.account();
      ConversationId known =
          few.ask(STORE_DIRECT, new StoreDirect(full, PEOPLE.account())).summary().conversation();
      assertEquals(FailureCode.TOO_MANY, few.refusal(STORE_DIRECT, new StoreDirect(full, free)));
      assertEquals(
          FailureCode.NOT_REACHABLE, few.refusal(STORE_DIRECT, new StoreDirect(free, full)));
      assertNotEquals(
          known,
          few.ask(STORE_DIRECT, new StoreDirect(free, PEOPLE.account())).summary().conversation());
    }
  }

  private static void store(UserId account) {
    PERSISTENCE.ask(
        AccountOperations.STORE_ACCOUNT,
        People.named(account, "u" + account.toString().substring(0, 4)));
  }

  private static List<ConversationSummary> conversations(UserId account) {
    return PERSISTENCE
        .ask(
            ConversationOperations.FIND_CONVERSATIONS,
            new FindConversations(account, new ListConversations(null, 10)))
        .conversations();
  }

  private static Range begun(ConversationId id) {
    return new Range(
        FeedId.of(id),
        0,
        3,
        List.of(
            new ConversationItem(
                1, ConversationKind.DIRECT, null, null, 2, List.of(LOWER, UPPER), Policy.OPEN),
            new MemberItem(2, LOWER, MemberState.JOINED, Role.MEMBER),
            new MemberItem(3, UPPER, MemberState.JOINED, Role.MEMBER)));
  }

  private static Range own(UserId account, ConversationId id) {
    return new Range(
        FeedId.of(account),
        0,
        2,
        List.of(
            new MembershipItem(1, id, MemberState.JOINED, Role.MEMBER, 0),
            new ReadMarkItem(2, id, 0)));
  }
}
