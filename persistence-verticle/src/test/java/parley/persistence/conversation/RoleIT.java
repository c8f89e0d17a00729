package parley.persistence.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.conversation.MemberOperations.STORE_ROLE;
import static parley.contract.conversation.MemberOperations.STORE_TRANSFER;
import static parley.contract.conversation.RoomOperations.CHANGE_MEMBERSHIP;
import static parley.persistence.RunningPersistence.await;

import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.ChangeRole;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.conversation.StoreRole;
import parley.contract.conversation.StoreTransfer;
import parley.contract.conversation.TransferOwner;
import parley.contract.feed.FeedId;
import parley.contract.feed.MemberItem;
import parley.contract.feed.MembershipItem;
import parley.contract.feed.Range;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;

class RoleIT {
  @RegisterExtension
  static final PersistenceExtension PERSISTENCE = PersistenceExtension.instances(2);

  private static final People PEOPLE = PERSISTENCE.people();

  @Test
  void aRoleChangesInBothFeedsAndVoidsOlderDecisions() {
    ConversationId room = PEOPLE.room();
    UserId member = PEOPLE.joined(room);
    ConversationChanged changed = PEOPLE.role(member, room, Role.MODERATOR);
    assertEquals(
        List.of(
            new Range(
                FeedId.of(room),
                4,
                5,
                List.of(new MemberItem(5, member, MemberState.JOINED, Role.MODERATOR))),
            new Range(
                FeedId.of(member),
                2,
                3,
                List.of(new MembershipItem(3, room, MemberState.JOINED, Role.MODERATOR, 0)))),
        changed.ranges());
    assertEquals(2, PEOPLE.standing(member, room).policyVersion());
    assertEquals(Role.MODERATOR, PEOPLE.standing(member, room).role());
    StoreRole late = new StoreRole(new ChangeRole(room, member, Role.OWNER), 1);
    assertEquals(FailureCode.STALE, PERSISTENCE.refusal(STORE_ROLE, late));
    StoreRole repeat = new StoreRole(new ChangeRole(room, member, Role.MODERATOR), 1);
    assertEquals(List.of(), PERSISTENCE.ask(STORE_ROLE, repeat).ranges());
  }

  @Test
  void theLastOwnerStaysAnOwner() {
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    UserId other = PEOPLE.joined(room);
    for (MemberState end : List.of(MemberState.LEFT, MemberState.REMOVED)) {
      ChangeMembership leave = new ChangeMembership(room, owner, end, 1);
      assertEquals(FailureCode.LAST_OWNER, PERSISTENCE.refusal(CHANGE_MEMBERSHIP, leave));
    }
    StoreRole demotion = new StoreRole(new ChangeRole(room, owner, Role.MODERATOR), 1);
    assertEquals(FailureCode.LAST_OWNER, PERSISTENCE.refusal(STORE_ROLE, demotion));
    PEOPLE.role(other, room, Role.OWNER);
    PEOPLE.change(owner, room, MemberState.LEFT);
    assertEquals(MemberState.LEFT, PEOPLE.standing(owner, room).state());
  }

  @Test
  void anOwnerHandsOverInOneStep() {
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    UserId heir = PEOPLE.joined(room);
    StoreTransfer transfer = new StoreTransfer(owner, new TransferOwner(room, heir), 1);
    List<Range> ranges = PERSISTENCE.ask(STORE_TRANSFER, transfer).ranges();
    assertEquals(
        new Range(
            FeedId.of(room),
            4,
            6,
            List.of(
                new MemberItem(5, owner, MemberState.JOINED, Role.MODERATOR),
                new MemberItem(6, heir, MemberState.JOINED, Role.OWNER))),
        ranges.get(0));
    assertEquals(
        List.of(FeedId.of(owner), FeedId.of(heir)),
        ranges.stream().skip(1).map(Range::feed).toList());
    assertEquals(List.of(), PERSISTENCE.ask(STORE_TRANSFER, transfer).ranges(), "a repeat");
    assertEquals(ranges.get(0).items(), PEOPLE.read(FeedId.of(room), 4, 10).items());
  }

  @RepeatedTest(10)
  void oneOfTwoOwnersStaysWhenBothGoAtOnce() {
    UserId ada = PEOPLE.account();
    ConversationId room = PEOPLE.room(ada);
    UserId grace = PEOPLE.joined(room);
    PEOPLE.joined(room);
    PEOPLE.role(grace, room, Role.OWNER);
    Future<?> adas = goes(ada, room);
    Future<?> graces = goes(grace, room);
    await(Future.join(adas, graces).otherwiseEmpty());
    assertTrue(adas.failed() != graces.failed(), "one of them goes");
    Throwable refused = adas.failed() ? adas.cause() : graces.cause();
    assertTrue(BusFailure.is(refused, FailureCode.LAST_OWNER), "met " + refused);
    assertEquals(
        1,
        Stream.of(ada, grace)
            .map(owner -> PEOPLE.standing(owner, room))
            .filter(standing -> standing.joined() && standing.role() == Role.OWNER)
            .count());
  }

  /** As chat does: decided anew on the version of now. */
  private static Future<ConversationChanged> goes(UserId owner, ConversationId room) {
    long policy = PEOPLE.standing(owner, room).policyVersion();
    return PERSISTENCE
        .start(CHANGE_MEMBERSHIP, new ChangeMembership(room, owner, MemberState.LEFT, policy))
        .recover(
            cause ->
                BusFailure.is(cause, FailureCode.STALE)
                    ? PERSISTENCE.start(
                        CHANGE_MEMBERSHIP,
                        new ChangeMembership(room, owner, MemberState.LEFT, policy + 1))
                    : Future.failedFuture(cause));
  }
}
