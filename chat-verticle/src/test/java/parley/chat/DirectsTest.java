package parley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.chat.ChatRig.ADA;
import static parley.chat.ChatRig.ADA_RANGE;
import static parley.chat.ChatRig.GRACE;
import static parley.chat.ChatRig.ROOM;
import static parley.chat.ChatRig.ROOM_RANGE;
import static parley.contract.relation.OpenTo.EVERYBODY;
import static parley.contract.relation.OpenTo.FRIENDS;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.account.FindPeople;
import parley.contract.account.PeopleOperations;
import parley.contract.account.Profile;
import parley.contract.account.Profiles;
import parley.contract.account.SearchPeople;
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.ConversationSummary;
import parley.contract.conversation.DirectOpened;
import parley.contract.conversation.DirectOperations;
import parley.contract.conversation.JoinRoom;
import parley.contract.conversation.LeaveRoom;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.OpenDirect;
import parley.contract.conversation.Policy;
import parley.contract.conversation.Preferences;
import parley.contract.conversation.Role;
import parley.contract.conversation.RoomOperations;
import parley.contract.conversation.Standing;
import parley.contract.conversation.StoreDirect;
import parley.contract.id.ClientId;
import parley.contract.message.AppendMessage;
import parley.contract.message.MessageOperations;
import parley.contract.message.SendMessage;
import parley.contract.message.TextContent;
import parley.contract.relation.Bond;
import parley.contract.relation.Bonds;
import parley.contract.relation.RelationOperations;

class DirectsTest {
  private static final ConversationSummary SUMMARY =
      new ConversationSummary(
          ROOM,
          ConversationKind.DIRECT,
          null,
          null,
          2,
          Role.MEMBER,
          3,
          0,
          0,
          null,
          List.of(ADA, GRACE),
          Policy.OPEN,
          0,
          Preferences.DEFAULT,
          null);
  private ChatRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = ChatRig.withPersistence();
    rig.persistence.answers(
        DirectOperations.STORE_DIRECT,
        request -> new ConversationChanged(SUMMARY, List.of(ROOM_RANGE, ADA_RANGE)));
    bond(true, false);
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  @Test
  void opensTheConversationOfTheCallerAndTheOtherAndAnnouncesItFirst() throws Exception {
    DirectOpened opened = rig.ask(DirectOperations.OPEN_DIRECT, new OpenDirect(GRACE), ADA);
    assertEquals(new DirectOpened(SUMMARY), opened);
    assertEquals(List.of(new StoreDirect(ADA, GRACE)), rig.persistence.asked(StoreDirect.class));
    assertTrue(rig.placeOf(String.class) < rig.placeOf(DirectOpened.class), "announced first");
  }

  @Test
  void nobodyReachesOneselfAndNothingIsAsked() {
    rig.assertRefused(
        FailureCode.NOT_REACHABLE, DirectOperations.OPEN_DIRECT, new OpenDirect(ADA), ADA);
    assertEquals(List.of(), rig.persistence.asked(StoreDirect.class));
  }

  @Test
  void nobodyOpensOneWithAStrangerOrWhoIsBlockedOrDoesNotExist() {
    OpenDirect open = new OpenDirect(GRACE);
    bond(false, false);
    rig.assertRefused(FailureCode.NOT_REACHABLE, DirectOperations.OPEN_DIRECT, open, ADA);
    bond(false, true);
    rig.assertRefused(FailureCode.NOT_REACHABLE, DirectOperations.OPEN_DIRECT, open, ADA);
    rig.persistence.answers(RelationOperations.READ_BONDS, request -> new Bonds(List.of()));
    rig.assertRefused(FailureCode.NOT_REACHABLE, DirectOperations.OPEN_DIRECT, open, ADA);
    assertEquals(List.of(), rig.persistence.asked(StoreDirect.class));
  }

  @Test
  void onlyWhoReachesTheOtherWrites() throws Exception {
    SendMessage hello =
        new SendMessage(ROOM, new ClientId(UUID.randomUUID()), new TextContent("hello"));
    rig.persistence.refuses(MessageOperations.APPEND_MESSAGE, FailureCode.NOT_FOUND);
    standing(MemberState.JOINED, new Bond(GRACE, false, true, EVERYBODY, EVERYBODY, true));
    rig.assertRefused(FailureCode.NOT_REACHABLE, MessageOperations.SEND_MESSAGE, hello, ADA);
    assertEquals(List.of(), rig.persistence.asked(AppendMessage.class));
    standing(MemberState.JOINED, new Bond(GRACE, true, false, FRIENDS, FRIENDS, false));
    rig.assertRefused(FailureCode.NOT_FOUND, MessageOperations.SEND_MESSAGE, hello, ADA);
    assertEquals(1, rig.persistence.asked(AppendMessage.class).size());
  }

  @Test
  void whoIsDecidedOnAnOldBondIsDecidedAgain() {
    SendMessage hello =
        new SendMessage(ROOM, new ClientId(UUID.randomUUID()), new TextContent("hello"));
    standing(MemberState.JOINED, new Bond(GRACE, true, false, FRIENDS, FRIENDS, false));
    rig.persistence.answers(
        MessageOperations.APPEND_MESSAGE,
        request -> {
          standing(MemberState.JOINED, new Bond(GRACE, false, true, FRIENDS, FRIENDS, false));
          throw BusFailure.of(FailureCode.STALE);
        });
    rig.assertRefused(FailureCode.NOT_REACHABLE, MessageOperations.SEND_MESSAGE, hello, ADA);
  }

  @Test
  void whatPersistenceRefusesIsNotAnnounced() {
    rig.persistence.refuses(DirectOperations.STORE_DIRECT, FailureCode.NOT_REACHABLE);
    rig.assertRefused(
        FailureCode.NOT_REACHABLE, DirectOperations.OPEN_DIRECT, new OpenDirect(GRACE), ADA);
    assertEquals(0, rig.countOf(String.class), "nothing is announced");
  }

  @Test
  void nobodyOpensOrSearchesWithoutAnAccount() {
    rig.assertRefused(
        FailureCode.FORBIDDEN, DirectOperations.OPEN_DIRECT, new OpenDirect(GRACE), null);
    rig.assertRefused(
        FailureCode.FORBIDDEN, PeopleOperations.SEARCH_PEOPLE, new SearchPeople("gr", 5), null);
  }

  @Test
  void aConversationOfTwoIsNoRoomToJoin() {
    for (MemberState state : new MemberState[] {null, MemberState.JOINED, MemberState.REMOVED}) {
      standing(state);
      rig.assertRefused(FailureCode.NOT_FOUND, RoomOperations.JOIN_ROOM, new JoinRoom(ROOM), ADA);
    }
    assertEquals(List.of(), rig.persistence.asked(ChangeMembership.class));
  }

  @Test
  void aConversationOfTwoIsNotLeft() {
    standing(MemberState.JOINED);
    LeaveRoom leave = new LeaveRoom(ROOM);
    rig.assertRefused(FailureCode.FORBIDDEN, RoomOperations.LEAVE_ROOM, leave, ADA);
    standing(null);
    rig.assertRefused(FailureCode.NOT_A_MEMBER, RoomOperations.LEAVE_ROOM, leave, ADA);
    assertEquals(List.of(), rig.persistence.asked(ChangeMembership.class));
  }

  @Test
  void peopleAreSearchedForTheCaller() throws Exception {
    Profiles found = new Profiles(List.of(new Profile(GRACE, "grace", "Grace")));
    rig.persistence.answers(PeopleOperations.FIND_PEOPLE, request -> found);
    SearchPeople search = new SearchPeople("gr", 20);
    assertEquals(found, rig.ask(PeopleOperations.SEARCH_PEOPLE, search, ADA));
    assertEquals(List.of(new FindPeople(ADA, search)), rig.persistence.asked(FindPeople.class));
  }

  private void standing(MemberState state) {
    standing(state, null);
  }

  private void standing(MemberState state, Bond bond) {
    Role role = state == null ? null : Role.MEMBER;
    rig.persistence.answers(
        ConversationOperations.READ_STANDING,
        request -> new Standing(ConversationKind.DIRECT, state, role, Policy.OPEN, 0, 7, 41, bond));
  }

  private void bond(boolean friends, boolean blocked) {
    rig.persistence.answers(
        RelationOperations.READ_BONDS,
        request -> new Bonds(List.of(new Bond(GRACE, friends, blocked, FRIENDS, FRIENDS, false))));
  }
}
