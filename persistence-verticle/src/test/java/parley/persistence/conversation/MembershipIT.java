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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.ConversationSummary;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Policy;
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
import parley.persistence.PersistenceExtension;
import parley.persistence.RunningPersistence;

class MembershipIT {
  @RegisterExtension static final PersistenceExtension PERSISTENCE = PersistenceExtension.fresh();

  private static final People PEOPLE = PERSISTENCE.people();

  @Test
  void beginsAMembershipInBothFeedsAtOnce() {
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    PEOPLE.say(owner, room, "before");
    UserId joiner = PEOPLE.account();
    ConversationChanged joined = PEOPLE.join(joiner, room);
    assertEquals(
        List.of(
            new Range(
                FeedId.of(room),
                3,
                5,
                List.of(
                    new MemberItem(4, joiner, MemberState.JOINED, Role.MEMBER),
                    new ConversationItem(
                        5, ConversationKind.ROOM, "Room " + room, null, 2, null, Policy.OPEN))),
            new Range(
                FeedId.of(joiner),
                0,
                2,
                List.of(
                    new MembershipItem(1, room, MemberState.JOINED, Role.MEMBER, 0),
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
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    UserId leaver = PEOPLE.account();
    PEOPLE.join(leaver, room);
    assertEquals(1, PEOPLE.standing(leaver, room).policyVersion(), "joining voids nothing");
    ConversationChanged left = PEOPLE.change(leaver, room, MemberState.LEFT);
    assertNull(left.summary());
    assertEquals(
        List.of(
            new Range(
                FeedId.of(room),
                4,
                6,
                List.of(
                    new MemberItem(5, leaver, MemberState.LEFT, Role.MEMBER),
                    new ConversationItem(
                        6, ConversationKind.ROOM, "Room " + room, null, 1, null, Policy.OPEN))),
            new Range(
                FeedId.of(leaver),
                2,
                3,
                List.of(new MembershipItem(3, room, MemberState.LEFT, Role.MEMBER, 0)))),
        left.ranges());
    Standing standing = PEOPLE.standing(leaver, room);
    assertEquals(MemberState.LEFT, standing.state());
    assertFalse(standing.joined());
    assertEquals(2, standing.policyVersion());
  }

  @Test
  void changesNothingWhenRepeatedEvenOnAnOldPolicyVersion() {
    ConversationId room = PEOPLE.room();
    UserId member = PEOPLE.account();
    PEOPLE.join(member, room);
    ConversationChanged again = PEOPLE.join(member, room);
    assertEquals(List.of(), again.ranges());
    assertEquals(room, again.summary().conversation());
    ChangeMembership leave = new ChangeMembership(room, member, MemberState.LEFT, 1);
    assertEquals(2, PERSISTENCE.ask(CHANGE_MEMBERSHIP, leave).ranges().size());
    assertEquals(List.of(), PERSISTENCE.ask(CHANGE_MEMBERSHIP, leave).ranges());
    assertEquals(6, PEOPLE.standing(member, room).head());
  }

  @Test
  void refusesAJoinThatRestsOnAnOldPolicyVersion() {
    ConversationId room = PEOPLE.room();
    UserId first = PEOPLE.account();
    PEOPLE.join(first, room);
    PEOPLE.change(first, room, MemberState.REMOVED);
    ChangeMembership stale = new ChangeMembership(room, PEOPLE.account(), MemberState.JOINED, 1);
    assertEquals(FailureCode.STALE, PERSISTENCE.refusal(CHANGE_MEMBERSHIP, stale));
  }

  @Test
  void refusesUnknownConversationsAndAccounts() {
    UserId account = PEOPLE.account();
    ConversationId unknown = new ConversationId(UUID.randomUUID());
    assertEquals(
        FailureCode.NOT_FOUND,
        PERSISTENCE.refusal(
            CHANGE_MEMBERSHIP, new ChangeMembership(unknown, account, MemberState.JOINED, 1)));
    UserId nobody = new UserId(UUID.randomUUID());
    assertEquals(
        FailureCode.NOT_FOUND,
        PERSISTENCE.refusal(
            CHANGE_MEMBERSHIP, new ChangeMembership(PEOPLE.room(), nobody, MemberState.JOINED, 1)));
  }

  @Test
  void comesBackAsAMemberWithNothingUnread() {
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    UserId other = PEOPLE.joined(room);
    PEOPLE.role(other, room, Role.OWNER);
    PEOPLE.change(owner, room, MemberState.LEFT);
    PEOPLE.say(other, room, "while the owner was away");
    ConversationSummary back = PEOPLE.join(owner, room).summary();
    assertEquals(Role.MEMBER, back.role(), "the role ended with the membership");
    assertEquals(2, back.memberCount());
    assertEquals(back.ordinal(), back.readOrdinal());
  }

  @Test
  void refusesMoreConversationsThanOneMayHave() {
    try (RunningPersistence small =
        RunningPersistence.on(PERSISTENCE.uri(), Map.of("persistence.maxConversations", "2"))) {
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
      few.role(few.joined(first), first, Role.OWNER);
      few.change(collector, first, MemberState.LEFT);
      assertTrue(few.join(collector, third).summary() != null, "leaving makes room");
    }
  }

  @Test
  void neverWaitsInACircleWhenManyJoinAndLeaveAtOnce() {
    List<ConversationId> rooms = IntStream.range(0, 4).mapToObj(i -> PEOPLE.room()).toList();
    List<UserId> accounts = IntStream.range(0, 12).mapToObj(i -> PEOPLE.account()).toList();
    List<Future<ConversationChanged>> joins = new ArrayList<>();
    for (UserId account : accounts) {
      for (ConversationId room : rooms) {
        joins.add(
            PERSISTENCE.start(
                CHANGE_MEMBERSHIP, new ChangeMembership(room, account, MemberState.JOINED, 1)));
      }
    }
    await(Future.all(new ArrayList<>(joins)));
    for (ConversationId room : rooms) {
      assertEquals(2 + 12 * 2, PEOPLE.standing(accounts.get(0), room).head());
      assertEquals(13, PEOPLE.join(accounts.get(0), room).summary().memberCount());
    }
  }
}
