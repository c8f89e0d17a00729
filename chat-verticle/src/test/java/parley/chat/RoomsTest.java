package parley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.chat.ChatRig.ADA;
import static parley.chat.ChatRig.ADA_RANGE;
import static parley.chat.ChatRig.ROOM;
import static parley.chat.ChatRig.ROOM_RANGE;
import static parley.chat.ChatRig.SUMMARY;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.conversation.AttributesChanged;
import parley.contract.conversation.ChangeConversation;
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.ChangePicture;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.CreateRoom;
import parley.contract.conversation.FindRooms;
import parley.contract.conversation.JoinRoom;
import parley.contract.conversation.LeaveRoom;
import parley.contract.conversation.ListRooms;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Policy;
import parley.contract.conversation.Role;
import parley.contract.conversation.RoomCreated;
import parley.contract.conversation.RoomJoined;
import parley.contract.conversation.RoomLeft;
import parley.contract.conversation.RoomOperations;
import parley.contract.conversation.RoomPage;
import parley.contract.conversation.StoreAttributes;
import parley.contract.conversation.StorePicture;
import parley.contract.conversation.StoreRoom;

class RoomsTest {
  private static final CreateRoom CREATE = new CreateRoom(ROOM, "Große  Räume", "Topic");
  private static final ConversationChanged CHANGED =
      new ConversationChanged(SUMMARY, List.of(ROOM_RANGE, ADA_RANGE));
  private static final ChangeConversation CHANGE =
      new ChangeConversation(ROOM, "Große  Räume", "Topic", Policy.OPEN);
  private static final ChangePicture BARE = new ChangePicture(ROOM, null);
  private ChatRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = ChatRig.withPersistence();
    rig.persistence.answers(RoomOperations.STORE_ROOM, request -> CHANGED);
    rig.persistence.answers(RoomOperations.CHANGE_MEMBERSHIP, request -> CHANGED);
    rig.persistence.answers(ConversationOperations.STORE_ATTRIBUTES, request -> CHANGED);
    rig.persistence.answers(ConversationOperations.STORE_PICTURE, request -> CHANGED);
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  @Test
  void aRoomIsStoredForItsCreatorUnderItsKey() throws Exception {
    assertEquals(new RoomCreated(SUMMARY), rig.ask(RoomOperations.CREATE_ROOM, CREATE, ADA));
    assertEquals(
        List.of(new StoreRoom(ROOM, ADA, "Große  Räume", "grosse räume", "Topic")),
        rig.persistence.asked(StoreRoom.class));
  }

  @Test
  void aNewRoomIsAnnouncedBeforeItIsAnswered() throws Exception {
    rig.ask(RoomOperations.CREATE_ROOM, CREATE, ADA);
    assertTrue(rig.placeOf(String.class) < rig.placeOf(RoomCreated.class), "announced first");
  }

  @Test
  void aTakenNameIsRefused() {
    rig.persistence.refuses(RoomOperations.STORE_ROOM, FailureCode.NAME_TAKEN);
    rig.assertRefused(FailureCode.NAME_TAKEN, RoomOperations.CREATE_ROOM, CREATE, ADA);
    assertEquals(0, rig.countOf(String.class), "nothing is announced");
  }

  @Test
  void aNameThatCannotBeSeenIsMalformed() {
    CreateRoom invisible = new CreateRoom(ROOM, "\u200C\u200D\u200D", null);
    BusFailure failure = rig.refusal(RoomOperations.CREATE_ROOM, invisible, ADA);
    assertEquals(FailureCode.MALFORMED, failure.code());
    assertEquals("name", failure.field());
  }

  @Test
  void repeatingACreationAfterHavingLeftIsForbidden() {
    rig.persistence.answers(
        RoomOperations.STORE_ROOM, request -> new ConversationChanged(null, List.of()));
    rig.assertRefused(FailureCode.FORBIDDEN, RoomOperations.CREATE_ROOM, CREATE, ADA);
  }

  @Test
  void nobodyActsWithoutAnAccount() {
    rig.assertRefused(FailureCode.FORBIDDEN, RoomOperations.CREATE_ROOM, CREATE, null);
    rig.assertRefused(FailureCode.FORBIDDEN, RoomOperations.JOIN_ROOM, new JoinRoom(ROOM), null);
  }

  @Test
  void theDirectoryIsReadForTheCaller() throws Exception {
    RoomPage page = new RoomPage(List.of(), "next");
    rig.persistence.answers(RoomOperations.FIND_ROOMS, request -> page);
    ListRooms request = new ListRooms("STRAẞE", "cursor", 50);
    assertEquals(page, rig.ask(RoomOperations.LIST_ROOMS, request, ADA));
    assertEquals(List.of(new FindRooms(ADA, request)), rig.persistence.asked(FindRooms.class));
  }

  @ParameterizedTest
  @EnumSource(names = {"JOINED", "LEFT"})
  void whoMayJoinBecomesAMemberOnTheRightsThatWereRead(MemberState before) throws Exception {
    rig.standing(before);
    RoomJoined joined = rig.ask(RoomOperations.JOIN_ROOM, new JoinRoom(ROOM), ADA);
    assertEquals(new RoomJoined(SUMMARY), joined);
    assertEquals(
        List.of(new ChangeMembership(ROOM, ADA, MemberState.JOINED, 7)),
        rig.persistence.asked(ChangeMembership.class));
    assertTrue(rig.placeOf(String.class) < rig.placeOf(RoomJoined.class), "announced first");
  }

  @Test
  void aStrangerMayJoin() throws Exception {
    rig.standing(null);
    rig.ask(RoomOperations.JOIN_ROOM, new JoinRoom(ROOM), ADA);
    assertEquals(1, rig.persistence.asked(ChangeMembership.class).size());
  }

  @Test
  void whoWasRemovedMayNotJoin() {
    rig.standing(MemberState.REMOVED);
    rig.assertRefused(FailureCode.FORBIDDEN, RoomOperations.JOIN_ROOM, new JoinRoom(ROOM), ADA);
    assertEquals(List.of(), rig.persistence.asked(ChangeMembership.class));
  }

  @Test
  void joiningWhatDoesNotExistIsNotFound() {
    rig.persistence.refuses(ConversationOperations.READ_STANDING, FailureCode.NOT_FOUND);
    rig.assertRefused(FailureCode.NOT_FOUND, RoomOperations.JOIN_ROOM, new JoinRoom(ROOM), ADA);
  }

  @Test
  void tooManyRoomsIsTold() {
    rig.standing(null);
    rig.persistence.refuses(RoomOperations.CHANGE_MEMBERSHIP, FailureCode.TOO_MANY);
    rig.assertRefused(FailureCode.TOO_MANY, RoomOperations.JOIN_ROOM, new JoinRoom(ROOM), ADA);
  }

  @Test
  void staleRightsAreReadAndDecidedAnew() throws Exception {
    rig.standing(null);
    Iterator<Integer> refusals = List.of(1, 2).iterator();
    rig.persistence.answers(
        RoomOperations.CHANGE_MEMBERSHIP,
        request -> {
          if (refusals.hasNext()) {
            refusals.next();
            throw BusFailure.of(FailureCode.STALE);
          }
          return CHANGED;
        });
    rig.ask(RoomOperations.JOIN_ROOM, new JoinRoom(ROOM), ADA);
    assertEquals(3, rig.persistence.asked(ChangeMembership.class).size());
  }

  @Test
  void rightsThatNeverSettleAreUnavailable() {
    rig.standing(MemberState.JOINED);
    rig.persistence.refuses(RoomOperations.CHANGE_MEMBERSHIP, FailureCode.STALE);
    LeaveRoom leave = new LeaveRoom(ROOM);
    rig.assertRefused(FailureCode.UNAVAILABLE, RoomOperations.LEAVE_ROOM, leave, ADA);
    assertEquals(3, rig.persistence.asked(ChangeMembership.class).size());
  }

  @Test
  void aMemberLeavesAndItIsAnnouncedFirst() throws Exception {
    rig.standing(MemberState.JOINED);
    RoomLeft left = rig.ask(RoomOperations.LEAVE_ROOM, new LeaveRoom(ROOM), ADA);
    assertEquals(new RoomLeft(ROOM), left);
    assertEquals(
        List.of(new ChangeMembership(ROOM, ADA, MemberState.LEFT, 7)),
        rig.persistence.asked(ChangeMembership.class));
    assertTrue(rig.placeOf(String.class) < rig.placeOf(RoomLeft.class), "announced first");
  }

  @ParameterizedTest
  @EnumSource(names = {"LEFT", "REMOVED"})
  void leavingTwiceIsLeavingOnce(MemberState before) throws Exception {
    rig.standing(before);
    assertEquals(new RoomLeft(ROOM), rig.ask(RoomOperations.LEAVE_ROOM, new LeaveRoom(ROOM), ADA));
    assertEquals(List.of(), rig.persistence.asked(ChangeMembership.class));
  }

  @Test
  void aStrangerCannotLeave() {
    rig.standing(null);
    LeaveRoom leave = new LeaveRoom(ROOM);
    rig.assertRefused(FailureCode.NOT_A_MEMBER, RoomOperations.LEAVE_ROOM, leave, ADA);
  }

  @ParameterizedTest
  @EnumSource(names = {"OWNER", "MODERATOR"})
  void attributesAreSetOnTheRightsThatWereReadAndAnnouncedFirst(Role role) throws Exception {
    rig.standing(role, Policy.OPEN, 0);
    assertEquals(
        new AttributesChanged(SUMMARY),
        rig.ask(ConversationOperations.CHANGE_CONVERSATION, CHANGE, ADA));
    assertEquals(
        List.of(new StoreAttributes(ADA, CHANGE, "grosse räume", 7)),
        rig.persistence.asked(StoreAttributes.class));
    assertTrue(rig.placeOf(String.class) < rig.placeOf(AttributesChanged.class), "announced first");
  }

  @ParameterizedTest
  @EnumSource(names = {"OWNER", "MODERATOR"})
  void aPictureIsSetOnTheRightsThatWereReadAndAnnouncedFirst(Role role) throws Exception {
    rig.standing(role, Policy.OPEN, 0);
    assertEquals(
        new AttributesChanged(SUMMARY), rig.ask(ConversationOperations.CHANGE_PICTURE, BARE, ADA));
    assertEquals(
        List.of(new StorePicture(ADA, BARE, 7)), rig.persistence.asked(StorePicture.class));
    assertTrue(rig.placeOf(String.class) < rig.placeOf(AttributesChanged.class), "announced first");
  }

  @Test
  void aPictureIsNotSetByOthers() {
    rig.standing(Role.MEMBER, Policy.OPEN, 0);
    rig.assertRefused(FailureCode.FORBIDDEN, ConversationOperations.CHANGE_PICTURE, BARE, ADA);
    rig.standing(MemberState.REMOVED);
    rig.assertRefused(FailureCode.NOT_A_MEMBER, ConversationOperations.CHANGE_PICTURE, BARE, ADA);
    rig.standing(null);
    rig.assertRefused(FailureCode.NOT_A_MEMBER, ConversationOperations.CHANGE_PICTURE, BARE, ADA);
    rig.standing(ConversationKind.DIRECT, Role.OWNER);
    rig.assertRefused(FailureCode.FORBIDDEN, ConversationOperations.CHANGE_PICTURE, BARE, ADA);
    assertEquals(List.of(), rig.persistence.asked(StorePicture.class));
  }

  @Test
  void attributesAreNotSetByOthers() {
    rig.standing(Role.MEMBER, Policy.OPEN, 0);
    rig.assertRefused(
        FailureCode.FORBIDDEN, ConversationOperations.CHANGE_CONVERSATION, CHANGE, ADA);
    rig.standing(MemberState.LEFT);
    rig.assertRefused(
        FailureCode.NOT_A_MEMBER, ConversationOperations.CHANGE_CONVERSATION, CHANGE, ADA);
    assertEquals(List.of(), rig.persistence.asked(StoreAttributes.class));
  }
}
