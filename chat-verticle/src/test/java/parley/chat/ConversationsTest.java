package parley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.chat.ChatRig.ADA;
import static parley.chat.ChatRig.ADA_RANGE;
import static parley.chat.ChatRig.ROOM;
import static parley.chat.ChatRig.SUMMARY;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.contract.FailureCode;
import parley.contract.account.AccountOperations;
import parley.contract.account.Profile;
import parley.contract.account.Profiles;
import parley.contract.account.ReadProfiles;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.ConversationPage;
import parley.contract.conversation.FindConversations;
import parley.contract.conversation.ListConversations;
import parley.contract.conversation.MarkRead;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.MoveReadMark;
import parley.contract.conversation.ReadMarkMoved;
import parley.contract.conversation.ReadMarked;
import parley.contract.health.Health;
import parley.contract.health.HealthOperations;
import parley.contract.health.PartHealth;
import parley.contract.health.ReadHealth;

class ConversationsTest {
  private static final MarkRead MARK = new MarkRead(ROOM, 9);
  private ChatRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = ChatRig.withPersistence();
    rig.standing(MemberState.JOINED);
    rig.persistence.answers(
        ConversationOperations.MOVE_READ_MARK, request -> new ReadMarkMoved(5, List.of(ADA_RANGE)));
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  @Test
  void listsTheConversationsOfTheCallerAndOfNobodyElse() throws Exception {
    ConversationPage page = new ConversationPage(List.of(SUMMARY), null, 12);
    rig.persistence.answers(ConversationOperations.FIND_CONVERSATIONS, request -> page);
    ListConversations request = new ListConversations(null, 50);
    assertEquals(page, rig.ask(ConversationOperations.LIST_CONVERSATIONS, request, ADA));
    assertEquals(
        List.of(new FindConversations(ADA, request)),
        rig.persistence.asked(FindConversations.class));
    rig.assertRefused(
        FailureCode.FORBIDDEN, ConversationOperations.LIST_CONVERSATIONS, request, null);
  }

  @Test
  void aMemberMovesTheOwnMarkAndTheOtherDevicesHearOfItFirst() throws Exception {
    assertEquals(new ReadMarked(5), rig.ask(ConversationOperations.MARK_READ, MARK, ADA));
    assertEquals(List.of(new MoveReadMark(ADA, MARK)), rig.persistence.asked(MoveReadMark.class));
    assertTrue(rig.placeOf(String.class) < rig.placeOf(ReadMarked.class), "announced first");
  }

  @Test
  void aMarkThatDidNotMoveIsNotAnnounced() throws Exception {
    rig.persistence.answers(
        ConversationOperations.MOVE_READ_MARK, request -> new ReadMarkMoved(9, List.of()));
    assertEquals(new ReadMarked(9), rig.ask(ConversationOperations.MARK_READ, MARK, ADA));
    assertEquals(0, rig.countOf(String.class));
  }

  @Test
  void aStrangerHasNoMark() {
    rig.standing(null);
    rig.assertRefused(FailureCode.NOT_A_MEMBER, ConversationOperations.MARK_READ, MARK, ADA);
    assertEquals(List.of(), rig.persistence.asked(MoveReadMark.class));
  }

  @Test
  void anUnknownConversationIsNotFound() {
    rig.persistence.refuses(ConversationOperations.READ_STANDING, FailureCode.NOT_FOUND);
    rig.assertRefused(FailureCode.NOT_FOUND, ConversationOperations.MARK_READ, MARK, ADA);
  }

  @Test
  void namesAreReadByWhoIsSignedIn() throws Exception {
    Profiles profiles = new Profiles(List.of(new Profile(ADA, "ada", "Ada Lovelace")));
    rig.persistence.answers(AccountOperations.PROFILES_READ, request -> profiles);
    ReadProfiles request = new ReadProfiles(List.of(ADA));
    assertEquals(profiles, rig.ask(AccountOperations.READ_PROFILES, request, ADA));
    rig.assertRefused(FailureCode.FORBIDDEN, AccountOperations.READ_PROFILES, request, null);
  }

  @Test
  void healthTellsWhetherPersistenceAnswers() throws Exception {
    rig.persistence.answers(
        HealthOperations.PERSISTENCE_HEALTH,
        request -> new Health(List.of(new PartHealth("postgres", false))));
    assertEquals(persistence(true), health(rig));
  }

  @Test
  void healthSaysSoWhenPersistenceDoesNotAnswer() throws Exception {
    ChatRig alone = new ChatRig();
    try {
      assertEquals(persistence(false), health(alone));
    } finally {
      alone.close();
    }
  }

  private static Health health(ChatRig rig) throws Exception {
    return rig.ask(HealthOperations.CHAT_HEALTH, new ReadHealth(), null);
  }

  private static Health persistence(boolean up) {
    return new Health(List.of(new PartHealth("persistence", up)));
  }
}
