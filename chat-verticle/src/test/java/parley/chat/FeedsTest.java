package parley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.chat.ChatRig.ADA;
import static parley.chat.ChatRig.GRACE;
import static parley.chat.ChatRig.ROOM;
import static parley.chat.ChatRig.ROOM_RANGE;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.contract.FailureCode;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.MemberState;
import parley.contract.feed.FeedHead;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Heads;
import parley.contract.feed.ReadFeed;
import parley.contract.feed.ReadRange;
import parley.contract.feed.Subscribe;
import parley.contract.feed.Subscription;

class FeedsTest {
  private static final ReadFeed OF_ROOM = new ReadFeed(FeedId.of(ROOM), 4, 200);
  private static final ReadFeed OF_ADA = new ReadFeed(FeedId.of(ADA), 4, 200);
  private static final Subscribe TO_ROOM = new Subscribe(ROOM.toString());
  private static final Subscribe TO_ADA = new Subscribe(ADA.toString());
  private ChatRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = ChatRig.withPersistence();
    rig.standing(MemberState.JOINED);
    rig.persistence.answers(FeedOperations.FEED_READ, request -> ROOM_RANGE);
    rig.persistence.answers(
        FeedOperations.FEED_HEADS,
        request -> new Heads(List.of(new FeedHead(request.feeds().get(0), 12))));
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  @Test
  void aMemberReadsTheFeedOfAConversation() throws Exception {
    assertEquals(ROOM_RANGE, rig.ask(FeedOperations.READ_FEED, OF_ROOM, ADA));
    assertEquals(
        List.of(new ReadRange(FeedId.of(ROOM), 4, 41L, 200, 0)),
        rig.persistence.asked(ReadRange.class),
        "no further than the head at which the membership was true");
  }

  @ParameterizedTest
  @NullSource
  @EnumSource(names = {"LEFT", "REMOVED"})
  void refusesStrangersAndFormerMembers(MemberState state) {
    rig.standing(state);
    rig.assertRefused(FailureCode.NOT_A_MEMBER, FeedOperations.READ_FEED, OF_ROOM, ADA);
    rig.assertRefused(
        FailureCode.NOT_A_MEMBER, FeedOperations.AUTHORISE_CONVERSATION, TO_ROOM, ADA);
    assertEquals(List.of(), rig.persistence.asked(ReadRange.class));
  }

  @Test
  void everybodyReadsTheOwnFeedAndNobodyAnother() throws Exception {
    assertEquals(ROOM_RANGE, rig.ask(FeedOperations.READ_FEED, OF_ADA, ADA));
    rig.assertRefused(FailureCode.FORBIDDEN, FeedOperations.READ_FEED, OF_ADA, GRACE);
    rig.assertRefused(FailureCode.FORBIDDEN, FeedOperations.READ_FEED, OF_ADA, null);
    assertEquals(
        List.of(new ReadRange(FeedId.of(ADA), 4, null, 200, 0)),
        rig.persistence.asked(ReadRange.class));
  }

  @Test
  void aMemberMayListenFromTheHeadAtWhichThatWasTrue() throws Exception {
    assertEquals(
        new Subscription(41L), rig.ask(FeedOperations.AUTHORISE_CONVERSATION, TO_ROOM, ADA));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "general", "0191B5A0-0000-7000-8000-0000000000C1"})
  void whatCannotBeAnIdIsNotFound(String id) {
    Subscribe subscribe = new Subscribe(id);
    rig.assertRefused(FailureCode.NOT_FOUND, FeedOperations.AUTHORISE_CONVERSATION, subscribe, ADA);
  }

  @Test
  void anUnknownConversationIsNotFound() {
    rig.persistence.refuses(ConversationOperations.READ_STANDING, FailureCode.NOT_FOUND);
    rig.assertRefused(FailureCode.NOT_FOUND, FeedOperations.READ_FEED, OF_ROOM, ADA);
    rig.assertRefused(FailureCode.NOT_FOUND, FeedOperations.AUTHORISE_CONVERSATION, TO_ROOM, ADA);
  }

  @Test
  void everybodyMayListenToTheOwnFeedAndNobodyToAnother() throws Exception {
    assertEquals(new Subscription(12L), rig.ask(FeedOperations.AUTHORISE_USER, TO_ADA, ADA));
    rig.assertRefused(FailureCode.FORBIDDEN, FeedOperations.AUTHORISE_USER, TO_ADA, GRACE);
    rig.assertRefused(FailureCode.FORBIDDEN, FeedOperations.AUTHORISE_USER, TO_ADA, null);
  }

  @Test
  void anAccountWithoutAFeedIsNotFound() {
    rig.persistence.answers(FeedOperations.FEED_HEADS, request -> new Heads(List.of()));
    rig.assertRefused(FailureCode.NOT_FOUND, FeedOperations.AUTHORISE_USER, TO_ADA, ADA);
  }
}
