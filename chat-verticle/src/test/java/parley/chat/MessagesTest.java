package parley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.chat.ChatRig.ADA;
import static parley.chat.ChatRig.ROOM;

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
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.History;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Policy;
import parley.contract.conversation.Role;
import parley.contract.conversation.Writers;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.MessageItem;
import parley.contract.feed.Range;
import parley.contract.feed.ReadFeed;
import parley.contract.feed.ReadRange;
import parley.contract.feed.Subscribe;
import parley.contract.feed.Subscription;
import parley.contract.id.ClientId;
import parley.contract.message.AppendMessage;
import parley.contract.message.FindHistory;
import parley.contract.message.HistoryPage;
import parley.contract.message.MessageAccepted;
import parley.contract.message.MessageAppended;
import parley.contract.message.MessageOperations;
import parley.contract.message.ReadHistory;
import parley.contract.message.SendMessage;
import parley.contract.message.TextContent;

class MessagesTest {
  private static final ClientId CLIENT_ID = ClientId.of("0191b5a0-0000-7000-8000-0000000000e1");
  private static final TextContent TEXT = new TextContent("Hello");
  private static final MessageItem MESSAGE =
      new MessageItem(42, 42, 5, ADA, CLIENT_ID, 1, TEXT, null, null);
  private static final MessageItem OLDER =
      new MessageItem(39, 39, 4, ADA, CLIENT_ID, 1, TEXT, null, null);
  private static final SendMessage SEND = new SendMessage(ROOM, CLIENT_ID, TEXT);
  private static final ReadHistory READ = new ReadHistory(ROOM, 40L, 50);
  private ChatRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = ChatRig.withPersistence();
    rig.standing(MemberState.JOINED);
    rig.persistence.answers(
        MessageOperations.APPEND_MESSAGE, request -> new MessageAppended(MESSAGE, false));
    rig.persistence.answers(
        MessageOperations.HISTORY_READ, request -> new HistoryPage(List.of(OLDER), true, 42));
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  @Test
  void aMemberWritesUnderTheOwnNameOnTheRightsThatWereRead() throws Exception {
    assertEquals(new MessageAccepted(MESSAGE), rig.ask(MessageOperations.SEND_MESSAGE, SEND, ADA));
    assertEquals(
        List.of(new AppendMessage(ROOM, ADA, CLIENT_ID, TEXT, 7, 0)),
        rig.persistence.asked(AppendMessage.class));
    assertEquals(1, rig.counted("chat.message.accepted"));
  }

  @Test
  void aMessageIsAnnouncedOnceAndBeforeItIsAnswered() throws Exception {
    rig.ask(MessageOperations.SEND_MESSAGE, SEND, ADA);
    assertEquals(1, rig.countOf(String.class));
    assertEquals(Json.encode(MESSAGE), rig.onTheBus.get(rig.placeOf(String.class)));
    assertTrue(rig.placeOf(MessageAppended.class) < rig.placeOf(String.class), "after the commit");
    assertTrue(rig.placeOf(String.class) < rig.placeOf(MessageAccepted.class), "before the answer");
  }

  @Test
  void aRepeatIsAnsweredWithTheFirstAndNotAnnounced() throws Exception {
    rig.persistence.answers(
        MessageOperations.APPEND_MESSAGE, request -> new MessageAppended(MESSAGE, true));
    assertEquals(new MessageAccepted(MESSAGE), rig.ask(MessageOperations.SEND_MESSAGE, SEND, ADA));
    assertEquals(0, rig.countOf(String.class));
  }

  @ParameterizedTest
  @NullSource
  @EnumSource(names = {"LEFT", "REMOVED"})
  void refusesMessageFromStrangerAndFormerMember(MemberState state) {
    rig.standing(state);
    rig.assertRefused(FailureCode.NOT_A_MEMBER, MessageOperations.SEND_MESSAGE, SEND, ADA);
    assertEquals(List.of(), rig.persistence.asked(AppendMessage.class));
    assertEquals(1, rig.counted("chat.message.refused", "code", "NOT_A_MEMBER"));
    assertEquals(0, rig.counted("chat.message.accepted"));
  }

  @ParameterizedTest
  @NullSource
  @EnumSource(names = {"LEFT", "REMOVED"})
  void refusesHistoryToStrangerAndFormerMember(MemberState state) {
    rig.standing(state);
    rig.assertRefused(FailureCode.NOT_A_MEMBER, MessageOperations.READ_HISTORY, READ, ADA);
    assertEquals(List.of(), rig.persistence.asked(FindHistory.class));
  }

  @ParameterizedTest
  @CsvSource({"MEMBER,FORBIDDEN", "MODERATOR,", "OWNER,"})
  void whereModeratorsWriteNobodyElseDoes(Role role, FailureCode refusal) throws Exception {
    rig.standing(role, new Policy(Writers.MODERATORS, 30, History.ALL), 0);
    if (refusal == null) {
      rig.ask(MessageOperations.SEND_MESSAGE, SEND, ADA);
    } else {
      rig.assertRefused(refusal, MessageOperations.SEND_MESSAGE, SEND, ADA);
    }
    assertEquals(refusal == null ? 1 : 0, rig.persistence.asked(AppendMessage.class).size());
  }

  @ParameterizedTest
  @CsvSource({"MEMBER,30", "MODERATOR,0", "OWNER,0"})
  void whereMembersWriteSlowlyModeratorsDoNot(Role role, int pause) throws Exception {
    rig.standing(role, new Policy(Writers.EVERYBODY, 30, History.ALL), 0);
    rig.ask(MessageOperations.SEND_MESSAGE, SEND, ADA);
    assertEquals(pause, rig.persistence.asked(AppendMessage.class).get(0).pauseSeconds());
  }

  @Test
  void whatWasPostedBeforeOnesTimeIsReadByNoWay() throws Exception {
    rig.standing(Role.MEMBER, Policy.OPEN, 17);
    rig.persistence.answers(
        FeedOperations.FEED_READ, request -> new Range(FeedId.of(ROOM), 4, 41, List.of()));
    rig.ask(MessageOperations.READ_HISTORY, READ, ADA);
    rig.ask(FeedOperations.READ_FEED, new ReadFeed(FeedId.of(ROOM), 4, 200), ADA);
    assertEquals(
        new Subscription(41L, 17),
        rig.ask(FeedOperations.AUTHORISE_CONVERSATION, new Subscribe(ROOM.toString()), ADA));
    assertEquals(17, rig.persistence.asked(FindHistory.class).get(0).visibleFrom());
    assertEquals(17, rig.persistence.asked(ReadRange.class).get(0).visibleFrom());
  }

  @Test
  void aMemberReadsHistory() throws Exception {
    assertEquals(
        new HistoryPage(List.of(OLDER), true, 41),
        rig.ask(MessageOperations.READ_HISTORY, READ, ADA));
    assertEquals(List.of(new FindHistory(READ, 0)), rig.persistence.asked(FindHistory.class));
  }

  @Test
  void nobodyReadsFurtherThanWhereTheMembershipWasTrue() throws Exception {
    ReadHistory newest = new ReadHistory(ROOM, null, 50);
    assertEquals(41, rig.ask(MessageOperations.READ_HISTORY, newest, ADA).through());
    assertEquals(
        List.of(new FindHistory(new ReadHistory(ROOM, 42L, 50), 0)),
        rig.persistence.asked(FindHistory.class));
  }

  @Test
  void whatChangedAfterTheMembershipWasReadIsOnlyForWhoIsStillAMember() {
    rig.persistence.answers(
        MessageOperations.HISTORY_READ,
        request -> {
          rig.standing(MemberState.REMOVED);
          MessageItem edited = new MessageItem(43, 40, 5, ADA, CLIENT_ID, 1, TEXT, 2L, null);
          return new HistoryPage(List.of(edited), true, 43);
        });
    rig.assertRefused(FailureCode.NOT_A_MEMBER, MessageOperations.READ_HISTORY, READ, ADA);
  }

  @Test
  void anUnknownConversationIsNotFound() {
    rig.persistence.refuses(ConversationOperations.READ_STANDING, FailureCode.NOT_FOUND);
    rig.assertRefused(FailureCode.NOT_FOUND, MessageOperations.SEND_MESSAGE, SEND, ADA);
    rig.assertRefused(FailureCode.NOT_FOUND, MessageOperations.READ_HISTORY, READ, ADA);
  }

  @Test
  void whoIsRemovedWhileWritingIsRefusedByTheSecondDecision() {
    rig.persistence.answers(
        MessageOperations.APPEND_MESSAGE,
        request -> {
          rig.standing(MemberState.REMOVED);
          throw BusFailure.of(FailureCode.STALE);
        });
    rig.assertRefused(FailureCode.NOT_A_MEMBER, MessageOperations.SEND_MESSAGE, SEND, ADA);
    assertEquals(1, rig.persistence.asked(AppendMessage.class).size());
  }

  @Test
  void rightsThatNeverSettleAreUnavailable() {
    rig.persistence.refuses(MessageOperations.APPEND_MESSAGE, FailureCode.STALE);
    rig.assertRefused(FailureCode.UNAVAILABLE, MessageOperations.SEND_MESSAGE, SEND, ADA);
    assertEquals(3, rig.persistence.asked(AppendMessage.class).size());
    assertEquals(1, rig.counted("chat.message.refused", "code", "UNAVAILABLE"));
  }

  @Test
  void aFaultOfPersistenceIsAFaultAndNothingIsAnnounced() {
    rig.persistence.answers(
        MessageOperations.APPEND_MESSAGE,
        request -> {
          throw new IllegalStateException("deliberate");
        });
    rig.assertRefused(FailureCode.INTERNAL, MessageOperations.SEND_MESSAGE, SEND, ADA);
    assertEquals(0, rig.countOf(String.class));
  }

  @Test
  void withoutPersistenceEverythingIsUnavailableAtOnce() throws Exception {
    ChatRig alone = new ChatRig();
    try {
      alone.assertRefused(FailureCode.UNAVAILABLE, MessageOperations.SEND_MESSAGE, SEND, ADA);
      alone.assertRefused(FailureCode.UNAVAILABLE, MessageOperations.READ_HISTORY, READ, ADA);
    } finally {
      alone.close();
    }
  }

  @Test
  void everyRefusalIsCountedFromTheStart() {
    for (FailureCode code : FailureCode.values()) {
      assertEquals(0, rig.counted("chat.message.refused", "code", code.name()));
    }
  }
}
