package parley.persistence.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.contract.conversation.GroupOperations.STORE_GROUP;
import static parley.contract.conversation.MemberOperations.FIND_MEMBERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.FindMembers;
import parley.contract.conversation.FindRooms;
import parley.contract.conversation.ListMembers;
import parley.contract.conversation.ListRooms;
import parley.contract.conversation.MemberPage;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Policy;
import parley.contract.conversation.Role;
import parley.contract.conversation.RoomOperations;
import parley.contract.conversation.StoreGroup;
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

class GroupIT {
  @RegisterExtension static final PersistenceExtension PERSISTENCE = PersistenceExtension.fresh();

  private static final People PEOPLE = PERSISTENCE.people();

  @Test
  void beginsWithItsOwnerAndItsMembersInAllTheirFeeds() {
    UserId owner = PEOPLE.account();
    UserId member = PEOPLE.account();
    ConversationId id = new ConversationId(UUID.randomUUID());
    StoreGroup group = new StoreGroup(id, owner, "Tea", "every day", List.of(member));
    ConversationChanged stored = PERSISTENCE.ask(STORE_GROUP, group);
    assertEquals(
        List.of(
            new Range(
                FeedId.of(id),
                0,
                3,
                List.of(
                    new ConversationItem(
                        1, ConversationKind.GROUP, "Tea", "every day", 2, null, Policy.OPEN),
                    new MemberItem(2, owner, MemberState.JOINED, Role.OWNER),
                    new MemberItem(3, member, MemberState.JOINED, Role.MEMBER))),
            began(owner, id, Role.OWNER),
            began(member, id, Role.MEMBER)),
        stored.ranges());
    for (Range told : stored.ranges()) {
      assertEquals(told, PEOPLE.read(told.feed(), 0, 10), "a fresh reader finds the same");
    }
    assertEquals(2, stored.summary().memberCount());
    ConversationChanged repeated = PERSISTENCE.ask(STORE_GROUP, group);
    assertEquals(List.of(), repeated.ranges());
    assertEquals(stored.summary(), repeated.summary());
  }

  @Test
  void isInNoDirectoryAndNeedsNoNameOfItsOwn() {
    UserId owner = PEOPLE.account();
    PEOPLE.group(owner);
    PEOPLE.group(owner);
    assertEquals(
        List.of(),
        PERSISTENCE
            .ask(RoomOperations.FIND_ROOMS, new FindRooms(owner, new ListRooms("group", null, 10)))
            .rooms());
  }

  @Test
  void refusesWhomNobodyKnowsAndLeavesNothingBehind() {
    UserId owner = PEOPLE.account();
    UserId nobody = new UserId(UUID.randomUUID());
    ConversationId id = new ConversationId(UUID.randomUUID());
    StoreGroup group = new StoreGroup(id, owner, "Tea", null, List.of(nobody));
    assertEquals(FailureCode.NOT_REACHABLE, PERSISTENCE.refusal(STORE_GROUP, group));
    StoreGroup without = new StoreGroup(id, owner, "Tea", null, List.of());
    assertEquals(2, PERSISTENCE.ask(STORE_GROUP, without).ranges().size(), "the id is still free");
    StoreGroup foreign = new StoreGroup(id, PEOPLE.account(), "Tea", null, List.of());
    assertEquals(FailureCode.FORBIDDEN, PERSISTENCE.refusal(STORE_GROUP, foreign));
  }

  @Test
  void refusesWhoBelongsToAsManyConversationsAsOneMay() {
    try (RunningPersistence small =
        RunningPersistence.on(PERSISTENCE.uri(), Map.of("persistence.maxConversations", "1"))) {
      People few = new People(small);
      UserId busy = few.account();
      few.room(busy);
      ConversationId id = new ConversationId(UUID.randomUUID());
      assertEquals(
          FailureCode.TOO_MANY,
          small.refusal(STORE_GROUP, new StoreGroup(id, busy, "Tea", null, List.of())));
      assertEquals(
          FailureCode.NOT_REACHABLE,
          small.refusal(
              STORE_GROUP, new StoreGroup(id, few.account(), "Tea", null, List.of(busy))));
    }
  }

  @Test
  void listsWhoBelongsToItInPagesAndNobodyWhoWent() {
    UserId owner = PEOPLE.account();
    UserId[] others = IntStream.range(0, 11).mapToObj(i -> PEOPLE.account()).toArray(UserId[]::new);
    ConversationId group = PEOPLE.group(owner, others);
    PEOPLE.change(others[0], group, MemberState.REMOVED);
    long head = PEOPLE.standing(owner, group).head();
    PEOPLE.join(PEOPLE.account(), group);
    List<MemberItem> listed = new ArrayList<>();
    UserId after = null;
    int pages = 0;
    do {
      ListMembers page = new ListMembers(group, after, 5);
      MemberPage read = PERSISTENCE.ask(FIND_MEMBERS, new FindMembers(page, head));
      assertEquals(head, read.through());
      listed.addAll(read.members());
      after = read.next();
      pages++;
    } while (after != null);
    assertEquals(3, pages);
    List<UserId> expected = new ArrayList<>(List.of(others).subList(1, others.length));
    expected.add(owner);
    expected.sort((a, b) -> a.toString().compareTo(b.toString()));
    assertEquals(expected, listed.stream().map(MemberItem::account).toList());
  }

  @Test
  void hasNoMembersWhereThereIsNoConversation() {
    ListMembers unknown = new ListMembers(new ConversationId(UUID.randomUUID()), null, 5);
    assertEquals(
        FailureCode.NOT_FOUND,
        PERSISTENCE.refusal(FIND_MEMBERS, new FindMembers(unknown, Long.MAX_VALUE)));
  }

  private static Range began(UserId account, ConversationId group, Role role) {
    return new Range(
        FeedId.of(account),
        0,
        2,
        List.of(
            new MembershipItem(1, group, MemberState.JOINED, role, 0),
            new ReadMarkItem(2, group, 0)));
  }
}
