package parley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.chat.ChatRig.ADA;
import static parley.chat.ChatRig.ROOM;
import static parley.contract.message.MessageOperations.DELETE_MESSAGE;
import static parley.contract.message.MessageOperations.EDIT_MESSAGE;
import static parley.contract.message.MessageOperations.LIST_REACTIONS;
import static parley.contract.message.MessageOperations.READ_REVISIONS;
import static parley.contract.message.MessageOperations.SET_REACTION;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.Json;
import parley.contract.conversation.History;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Policy;
import parley.contract.conversation.Role;
import parley.contract.conversation.Writers;
import parley.contract.feed.MessageItem;
import parley.contract.id.ClientId;
import parley.contract.message.DeleteMessage;
import parley.contract.message.EditMessage;
import parley.contract.message.FindRevisions;
import parley.contract.message.ListReactions;
import parley.contract.message.MessageChanged;
import parley.contract.message.MessageOperations;
import parley.contract.message.MessageStored;
import parley.contract.message.ReadRevisions;
import parley.contract.message.RevisionPage;
import parley.contract.message.SetReaction;
import parley.contract.message.StoreDeletion;
import parley.contract.message.StoreEdit;
import parley.contract.message.StoreReaction;
import parley.contract.message.TextContent;

/** Messages that are edited and deleted. */
class ChangingTest {
  private static final ClientId ID = ClientId.of("0191b5a0-0000-7000-8000-0000000000e1");
  private static final TextContent TEXT = new TextContent("Hello again");
  private static final MessageItem MESSAGE = new MessageItem(43, 30, 5, ADA, ID, 1, TEXT, 2L, null);
  private static final EditMessage EDIT = new EditMessage(ROOM, 30, ID, TEXT);
  private static final DeleteMessage DELETE = new DeleteMessage(ROOM, 30);
  private static final ReadRevisions REVISIONS = new ReadRevisions(ROOM, 30, null, 10);
  private static final SetReaction REACTION = new SetReaction(ROOM, 30, "🎉", true);
  private static final ListReactions REACTIONS = new ListReactions(ROOM, 30, "🎉", null, 10);
  private ChatRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = ChatRig.withPersistence();
    rig.standing(MemberState.JOINED);
    rig.persistence.answers(
        MessageOperations.STORE_EDIT, request -> new MessageStored(MESSAGE, true));
    rig.persistence.answers(
        MessageOperations.STORE_DELETION, request -> new MessageStored(MESSAGE, true));
    rig.persistence.answers(
        MessageOperations.STORE_REACTION, request -> new MessageStored(MESSAGE, true));
    rig.persistence.answers(
        MessageOperations.FIND_REVISIONS, request -> new RevisionPage(List.of(), false));
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  @Test
  void aMemberEditsAsItselfOnTheRightsThatWereReadAndOthersHearOfItFirst() throws Exception {
    assertEquals(new MessageChanged(MESSAGE), rig.ask(EDIT_MESSAGE, EDIT, ADA));
    assertEquals(List.of(new StoreEdit(ADA, EDIT, 0, 7)), rig.persistence.asked(StoreEdit.class));
    assertEquals(1, rig.countOf(String.class));
    assertEquals(Json.encode(MESSAGE), rig.onTheBus.get(rig.placeOf(String.class)));
    assertTrue(rig.placeOf(String.class) < rig.placeOf(MessageChanged.class));
  }

  @Test
  void whatChangedNothingIsAnsweredAndNotAnnounced() throws Exception {
    rig.persistence.answers(
        MessageOperations.STORE_EDIT, request -> new MessageStored(MESSAGE, false));
    assertEquals(new MessageChanged(MESSAGE), rig.ask(EDIT_MESSAGE, EDIT, ADA));
    assertEquals(0, rig.countOf(String.class));
  }

  @ParameterizedTest
  @NullSource
  @EnumSource(names = {"LEFT", "REMOVED"})
  void strangersAndFormerMembersChangeAndReadNothing(MemberState state) {
    rig.standing(state);
    rig.assertRefused(FailureCode.NOT_A_MEMBER, EDIT_MESSAGE, EDIT, ADA);
    rig.assertRefused(FailureCode.NOT_A_MEMBER, DELETE_MESSAGE, DELETE, ADA);
    rig.assertRefused(FailureCode.NOT_A_MEMBER, READ_REVISIONS, REVISIONS, ADA);
    rig.assertRefused(FailureCode.NOT_A_MEMBER, SET_REACTION, REACTION, ADA);
    rig.assertRefused(FailureCode.NOT_A_MEMBER, LIST_REACTIONS, REACTIONS, ADA);
    assertEquals(List.of(), rig.persistence.asked(StoreEdit.class));
    assertEquals(List.of(), rig.persistence.asked(StoreDeletion.class));
    assertEquals(List.of(), rig.persistence.asked(FindRevisions.class));
  }

  @ParameterizedTest
  @CsvSource({"MEMBER,false", "MODERATOR,true", "OWNER,true"})
  void moderatorsDeleteAnybodysMessage(Role role, boolean anyones) throws Exception {
    rig.standing(role, Policy.OPEN, 17);
    rig.ask(DELETE_MESSAGE, DELETE, ADA);
    assertEquals(
        List.of(new StoreDeletion(ADA, DELETE, anyones, 17, 7)),
        rig.persistence.asked(StoreDeletion.class));
  }

  @Test
  void whoMayNotWriteDeletesAndReactsButEditsNothing() throws Exception {
    rig.standing(Role.MEMBER, new Policy(Writers.MODERATORS, 0, History.ALL), 0);
    rig.assertRefused(FailureCode.FORBIDDEN, EDIT_MESSAGE, EDIT, ADA);
    rig.ask(DELETE_MESSAGE, DELETE, ADA);
    rig.ask(SET_REACTION, REACTION, ADA);
    assertEquals(1, rig.persistence.asked(StoreDeletion.class).size());
    assertEquals(
        List.of(new StoreReaction(ADA, REACTION, 0, 7)),
        rig.persistence.asked(StoreReaction.class));
  }

  @Test
  void whatWasPostedBeforeOnesTimeHasNoRevisionsForOne() throws Exception {
    rig.standing(Role.MEMBER, Policy.OPEN, 17);
    rig.ask(READ_REVISIONS, REVISIONS, ADA);
    rig.ask(EDIT_MESSAGE, EDIT, ADA);
    assertEquals(
        List.of(new FindRevisions(REVISIONS, 17)), rig.persistence.asked(FindRevisions.class));
    assertEquals(17, rig.persistence.asked(StoreEdit.class).get(0).visibleFrom());
  }

  @Test
  void whoIsRemovedMeanwhileIsRefusedByTheSecondDecision() {
    rig.persistence.answers(
        MessageOperations.STORE_DELETION,
        request -> {
          rig.standing(MemberState.REMOVED);
          throw BusFailure.of(FailureCode.STALE);
        });
    rig.assertRefused(FailureCode.NOT_A_MEMBER, DELETE_MESSAGE, DELETE, ADA);
    assertEquals(1, rig.persistence.asked(StoreDeletion.class).size());
  }
}
