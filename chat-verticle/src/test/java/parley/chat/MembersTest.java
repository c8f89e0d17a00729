package parley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.chat.ChatRig.ADA;
import static parley.chat.ChatRig.ADA_RANGE;
import static parley.chat.ChatRig.GRACE;
import static parley.chat.ChatRig.ROOM;
import static parley.chat.ChatRig.ROOM_RANGE;
import static parley.chat.ChatRig.SUMMARY;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.conversation.AddMember;
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.ChangeRole;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.CreateGroup;
import parley.contract.conversation.FindMembers;
import parley.contract.conversation.GroupCreated;
import parley.contract.conversation.GroupOperations;
import parley.contract.conversation.ListMembers;
import parley.contract.conversation.MemberChanged;
import parley.contract.conversation.MemberOperations;
import parley.contract.conversation.MemberPage;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Policy;
import parley.contract.conversation.RemoveMember;
import parley.contract.conversation.Role;
import parley.contract.conversation.RoomOperations;
import parley.contract.conversation.Standing;
import parley.contract.conversation.StoreGroup;
import parley.contract.conversation.StoreRole;
import parley.contract.conversation.StoreTransfer;
import parley.contract.conversation.TransferOwner;
import parley.contract.id.UserId;
import parley.contract.relation.Bond;
import parley.contract.relation.Bonds;
import parley.contract.relation.OpenTo;
import parley.contract.relation.RelationOperations;

class MembersTest {
  private static final ConversationChanged CHANGED =
      new ConversationChanged(SUMMARY, List.of(ROOM_RANGE, ADA_RANGE));
  private static final MemberChanged DONE = new MemberChanged(ROOM, GRACE);
  private ChatRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = ChatRig.withPersistence();
    rig.persistence.answers(RoomOperations.CHANGE_MEMBERSHIP, request -> CHANGED);
    rig.persistence.answers(MemberOperations.STORE_ROLE, request -> CHANGED);
    rig.persistence.answers(MemberOperations.STORE_TRANSFER, request -> CHANGED);
    rig.persistence.answers(GroupOperations.STORE_GROUP, request -> CHANGED);
    roles(Map.of(ADA, Role.OWNER, GRACE, Role.MEMBER));
    friends(true);
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  @Test
  void aGroupIsStoredOfEverybodyElseOnceAndAnnouncedFirst() throws Exception {
    CreateGroup request = new CreateGroup(ROOM, "Engines", null, List.of(GRACE, ADA, GRACE));
    assertEquals(new GroupCreated(SUMMARY), rig.ask(GroupOperations.CREATE_GROUP, request, ADA));
    assertEquals(
        List.of(new StoreGroup(ROOM, ADA, "Engines", null, List.of(GRACE))),
        rig.persistence.asked(StoreGroup.class));
    assertTrue(rig.placeOf(String.class) < rig.placeOf(GroupCreated.class), "announced first");
  }

  @Test
  void nobodyIsPutAmongOthersByAStranger() {
    friends(false);
    CreateGroup group = new CreateGroup(ROOM, "Engines", null, List.of(GRACE));
    rig.assertRefused(FailureCode.NOT_REACHABLE, GroupOperations.CREATE_GROUP, group, ADA);
    AddMember add = new AddMember(ROOM, GRACE);
    rig.assertRefused(FailureCode.NOT_REACHABLE, MemberOperations.ADD_MEMBER, add, ADA);
    assertEquals(List.of(), rig.persistence.asked(StoreGroup.class));
    assertEquals(List.of(), rig.persistence.asked(ChangeMembership.class));
  }

  @Test
  void repeatingACreationAfterHavingLeftIsForbidden() {
    rig.persistence.answers(
        GroupOperations.STORE_GROUP, request -> new ConversationChanged(null, List.of()));
    CreateGroup request = new CreateGroup(ROOM, "Engines", null, List.of());
    rig.assertRefused(FailureCode.FORBIDDEN, GroupOperations.CREATE_GROUP, request, ADA);
  }

  @Test
  void anOwnerAddsSendsAwayAndPromotesOnTheRightsThatWereRead() throws Exception {
    assertEquals(DONE, rig.ask(MemberOperations.ADD_MEMBER, new AddMember(ROOM, GRACE), ADA));
    assertEquals(DONE, rig.ask(MemberOperations.REMOVE_MEMBER, new RemoveMember(ROOM, GRACE), ADA));
    assertEquals(
        List.of(
            new ChangeMembership(ROOM, GRACE, MemberState.JOINED, 7),
            new ChangeMembership(ROOM, GRACE, MemberState.REMOVED, 7)),
        rig.persistence.asked(ChangeMembership.class));
    ChangeRole change = new ChangeRole(ROOM, GRACE, Role.MODERATOR);
    assertEquals(DONE, rig.ask(MemberOperations.CHANGE_ROLE, change, ADA));
    assertEquals(List.of(new StoreRole(change, 7)), rig.persistence.asked(StoreRole.class));
    TransferOwner transfer = new TransferOwner(ROOM, GRACE);
    assertEquals(DONE, rig.ask(MemberOperations.TRANSFER_OWNER, transfer, ADA));
    assertEquals(
        List.of(new StoreTransfer(ADA, transfer, 7)), rig.persistence.asked(StoreTransfer.class));
    assertTrue(rig.placeOf(String.class) < rig.placeOf(MemberChanged.class), "announced first");
  }

  @Test
  void aHandOverIsRepeatedWithoutAnything() throws Exception {
    roles(Map.of(ADA, Role.MODERATOR, GRACE, Role.OWNER));
    TransferOwner transfer = new TransferOwner(ROOM, GRACE);
    assertEquals(DONE, rig.ask(MemberOperations.TRANSFER_OWNER, transfer, ADA));
    assertEquals(List.of(), rig.persistence.asked(StoreTransfer.class));
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_FOUND", "TOO_MANY"})
  void whyTheOtherCannotBeAddedIsNotTold(FailureCode stored) {
    rig.persistence.refuses(RoomOperations.CHANGE_MEMBERSHIP, stored);
    AddMember request = new AddMember(ROOM, GRACE);
    rig.assertRefused(FailureCode.NOT_REACHABLE, MemberOperations.ADD_MEMBER, request, ADA);
  }

  @Test
  void theLastOwnerIsTold() {
    rig.persistence.refuses(MemberOperations.STORE_ROLE, FailureCode.LAST_OWNER);
    ChangeRole change = new ChangeRole(ROOM, ADA, Role.MEMBER);
    rig.assertRefused(FailureCode.LAST_OWNER, MemberOperations.CHANGE_ROLE, change, ADA);
  }

  @Test
  void aMemberIsRefusedAndNothingIsStored() {
    RemoveMember request = new RemoveMember(ROOM, ADA);
    rig.assertRefused(FailureCode.FORBIDDEN, MemberOperations.REMOVE_MEMBER, request, GRACE);
    assertEquals(List.of(), rig.persistence.asked(ChangeMembership.class));
  }

  @Test
  void rightsThatShrankMeanwhileAreReadAnew() throws Exception {
    rig.persistence.answers(
        MemberOperations.STORE_ROLE,
        request -> {
          roles(Map.of(ADA, Role.MEMBER, GRACE, Role.MEMBER));
          throw BusFailure.of(FailureCode.STALE);
        });
    ChangeRole change = new ChangeRole(ROOM, GRACE, Role.MODERATOR);
    rig.assertRefused(FailureCode.FORBIDDEN, MemberOperations.CHANGE_ROLE, change, ADA);
    assertEquals(1, rig.persistence.asked(StoreRole.class).size());
  }

  @Test
  void membersAreListedNoFurtherThanTheMembershipWasTrue() throws Exception {
    MemberPage page = new MemberPage(List.of(), null, 41);
    rig.persistence.answers(MemberOperations.FIND_MEMBERS, request -> page);
    ListMembers request = new ListMembers(ROOM, null, 50);
    assertEquals(page, rig.ask(MemberOperations.LIST_MEMBERS, request, GRACE));
    assertEquals(List.of(new FindMembers(request, 41)), rig.persistence.asked(FindMembers.class));
    rig.standing(MemberState.REMOVED);
    rig.assertRefused(FailureCode.NOT_A_MEMBER, MemberOperations.LIST_MEMBERS, request, GRACE);
  }

  private void roles(Map<UserId, Role> roles) {
    rig.persistence.answers(
        ConversationOperations.READ_STANDING,
        request ->
            new Standing(
                ConversationKind.GROUP,
                MemberState.JOINED,
                roles.get(request.account()),
                Policy.OPEN,
                0,
                7,
                41));
  }

  private void friends(boolean friends) {
    rig.persistence.answers(
        RelationOperations.READ_BONDS,
        request ->
            new Bonds(
                List.of(new Bond(GRACE, friends, false, OpenTo.FRIENDS, OpenTo.FRIENDS, false))));
  }
}
