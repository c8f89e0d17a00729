package parley.persistence.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.conversation.RoomOperations.CHANGE_MEMBERSHIP;
import static parley.contract.conversation.RoomOperations.STORE_ROOM;
import static parley.persistence.RunningPersistence.await;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.ConversationSummary;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.conversation.Standing;
import parley.contract.feed.ConversationItem;
import parley.contract.feed.FeedId;
import parley.contract.feed.MemberItem;
import parley.contract.feed.MembershipItem;
import parley.contract.feed.Range;
import parley.contract.feed.ReadMarkItem;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.persistence.People;
import parley.persistence.RunningPersistence;
import parley.testkit.servers.PostgresExtension;

class MembershipIT {
  @RegisterExtension
  static final PostgresExtension POSTGRES = PostgresExtension.shared().fsync(false);

  private static RunningPersistence persistence;
  private static People people;

  @BeforeAll
  static void start() {
    persistence = RunningPersistence.on(POSTGRES.uri());
    people = new People(persistence);
  }

  @AfterAll
  static void stop() {
    persistence.close();
  }

  @Test
  void beginsAMembershipInBothFeedsAtOnce() {
    UserId owner = people.account();
    ConversationId room = people.room(owner);
    people.say(owner, room, "before");
    UserId joiner = people.account();
    ConversationChanged joined = people.join(joiner, room);
    assertEquals(
        List.of(
            new Range(
                FeedId.of(room),
                3,
                5,
                List.of(
                    new MemberItem(4, joiner, MemberState.JOINED, Role.MEMBER),
                    new ConversationItem(5, ConversationKind.ROOM, "Room " + room, null, 2, null))),
            new Range(
                FeedId.of(joiner),
                0,
                2,
                List.of(
                    new MembershipItem(1, room, MemberState.JOINED, Role.MEMBER),
                    new ReadMarkItem(2, room, 1)))),
        joined.ranges());
    ConversationSummary summary = joined.summary();
    assertEquals(2, summary.memberCount());
    assertEquals(Role.MEMBER, summary.role());
    assertEquals(5, summary.head());
    assertEquals(1, summary.ordinal());
    assertEquals(1, summary.readOrdinal(), "nothing from before is unread");
    assertEquals(3, summary.lastMessage().posted());
  }

  @Test
  void endsAMembershipWithTheMemberFirstAndVoidsOlderDecisions() {
    UserId owner = people.account();
    ConversationId room = people.room(owner);
    UserId leaver = people.account();
    people.join(leaver, room);
    assertEquals(1, people.standing(leaver, room).policyVersion(), "joining voids nothing");
    ConversationChanged left = people.change(leaver, room, MemberState.LEFT);
    assertNull(left.summary());
    assertEquals(
        List.of(
            new Range(
                FeedId.of(room),
                4,
                6,
                List.of(
                    new MemberItem(5, leaver, MemberState.LEFT, Role.MEMBER),
                    new ConversationItem(6, ConversationKind.ROOM, "Room " + room, null, 1, null))),
            new Range(
                FeedId.of(leaver),
                2,
                3,
                List.of(new MembershipItem(3, room, MemberState.LEFT, Role.MEMBER)))),
        left.ranges());
    Standing standing = people.standing(leaver, room);
    assertEquals(MemberState.LEFT, standing.state());
    assertFalse(standing.joined());
    assertEquals(2, standing.policyVersion());
  }

  @Test
  void changesNothingWhenRepeatedEvenOnAnOldPolicyVersion() {
    ConversationId room = people.room();
    UserId member = people.account();
    people.join(member, room);
    ConversationChanged again = people.join(member, room);
    assertEquals(List.of(), again.ranges());
    assertEquals(room, again.summary().conversation());
    ChangeMembership leave = new ChangeMembership(room, member, MemberState.LEFT, 1);
    assertEquals(2, persistence.ask(CHANGE_MEMBERSHIP, leave).ranges().size());
    assertEquals(List.of(), persistence.ask(CHANGE_MEMBERSHIP, leave).ranges());
    assertEquals(6, people.standing(member, room).head());
  }

  @Test
  void refusesAJoinThatRestsOnAnOldPolicyVersion() {
    ConversationId room = people.room();
    UserId first = people.account();
    people.join(first, room);
    people.change(first, room, MemberState.REMOVED);
    ChangeMembership stale = new ChangeMembership(room, people.account(), MemberState.JOINED, 1);
    assertEquals(FailureCode.STALE, persistence.refusal(CHANGE_MEMBERSHIP, stale));
  }

  @Test
  void refusesUnknownConversationsAndAccounts() {
    UserId account = people.account();
    ConversationId unknown = new ConversationId(UUID.randomUUID());
    assertEquals(
        FailureCode.NOT_FOUND,
        persistence.refusal(
            CHANGE_MEMBERSHIP, new ChangeMembership(unknown, account, MemberState.JOINED, 1)));
    UserId nobody = new UserId(UUID.randomUUID());
    assertEquals(
        FailureCode.NOT_FOUND,
        persistence.refusal(
            CHANGE_MEMBERSHIP, new ChangeMembership(people.room(), nobody, MemberState.JOINED, 1)));
  }

  @Test
  void comesBackAsAMemberWithNothingUnread() {
    UserId owner = people.account();
    ConversationId room = people.room(owner);
    people.change(owner, room, MemberState.LEFT);
    UserId other = people.account();
    people.join(other, room);
    people.say(other, room, "while the owner was away");
    ConversationSummary back = people.join(owner, room).summary();
    assertEquals(Role.MEMBER, back.role(), "the role ended with the membership");
    assertEquals(2, back.memberCount());
    assertEquals(back.ordinal(), back.readOrdinal());
  }

  @Test
  void refusesMoreConversationsThanOneMayHave() {
    try (RunningPersistence small =
        RunningPersistence.on(POSTGRES.uri(), Map.of("persistence.maxConversations", "2"))) {
      People few = new People(small);
      UserId collector = few.account();
      ConversationId first = few.room(collector);
      ConversationId second = few.room();
      few.join(collector, second);
      ConversationId third = few.room();
      assertEquals(
          FailureCode.TOO_MANY,
          small.refusal(
              CHANGE_MEMBERSHIP, new ChangeMembership(third, collector, MemberState.JOINED, 1)));
      assertEquals(
          FailureCode.TOO_MANY,
          small.refusal(
              STORE_ROOM,
              People.room(new ConversationId(UUID.randomUUID()), collector, "One more " + third)));
      few.change(collector, first, MemberState.LEFT);
      assertTrue(few.join(collector, third).summary() != null, "leaving makes room");
    }
  }

  @Test
  void neverWaitsInACircleWhenManyJoinAndLeaveAtOnce() {
    List<ConversationId> rooms = IntStream.range(0, 4).mapToObj(i -> people.room()).toList();
    List<UserId> accounts = IntStream.range(0, 12).mapToObj(i -> people.account()).toList();
    List<Future<ConversationChanged>> joins = new ArrayList<>();
    for (UserId account : accounts) {
      for (ConversationId room : rooms) {
        joins.add(
            persistence.start(
                CHANGE_MEMBERSHIP, new ChangeMembership(room, account, MemberState.JOINED, 1)));
      }
    }
    await(Future.all(new ArrayList<>(joins)));
    for (ConversationId room : rooms) {
      assertEquals(2 + 12 * 2, people.standing(accounts.get(0), room).head());
      assertEquals(13, people.join(accounts.get(0), room).summary().memberCount());
    }
  }
}
