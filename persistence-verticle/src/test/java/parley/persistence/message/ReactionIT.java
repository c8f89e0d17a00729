package parley.persistence.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.message.MessageOperations.APPEND_MESSAGE;
import static parley.contract.message.MessageOperations.FIND_REACTIONS;
import static parley.contract.message.MessageOperations.HISTORY_READ;
import static parley.contract.message.MessageOperations.STORE_REACTION;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.conversation.MemberState;
import parley.contract.feed.FeedId;
import parley.contract.feed.MessageItem;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.FindHistory;
import parley.contract.message.FindReactions;
import parley.contract.message.ListReactions;
import parley.contract.message.MessageAppended;
import parley.contract.message.MessageStored;
import parley.contract.message.Reaction;
import parley.contract.message.ReactionPage;
import parley.contract.message.ReadHistory;
import parley.contract.message.SetReaction;
import parley.contract.message.StoreReaction;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;
import parley.persistence.RunningPersistence;

/** Messages that are answered with emoji, by two processes. */
class ReactionIT {
  private static final String PARTY = "🎉";
  private static final String HEART = "❤️";

  @RegisterExtension
  static final PersistenceExtension PERSISTENCE = PersistenceExtension.instances(2);

  private static final People PEOPLE = PERSISTENCE.people();

  private final UserId ada = PEOPLE.account();
  private final ConversationId room = PEOPLE.room(ada);
  private final UserId grace = PEOPLE.joined(room);
  private final MessageItem message = PEOPLE.say(ada, room, "first").message();

  @Test
  void isToldWithTheMessageUnderTheNextNumber() {
    MessageItem once = stored(ada, PARTY, true);
    assertEquals(message.changed() + 1, once.changed());
    assertEquals(message.content(), once.content());
    stored(grace, HEART, true);
    MessageItem now = stored(grace, PARTY, true);
    assertEquals(
        List.of(
            new Reaction(PARTY, 2, List.of(ada, grace)), new Reaction(HEART, 1, List.of(grace))),
        now.reactions());
    assertEquals(List.of(now), PEOPLE.read(FeedId.of(room), message.changed(), 10).items());
    FindHistory newest = new FindHistory(new ReadHistory(room, null, 1), 0);
    assertEquals(List.of(now), PERSISTENCE.ask(HISTORY_READ, newest).messages());
  }

  @Test
  void isTakenBackAndLeavesNothing() {
    stored(ada, PARTY, true);
    stored(ada, HEART, true);
    assertEquals(
        List.of(new Reaction(HEART, 1, List.of(ada))), stored(ada, PARTY, false).reactions());
    assertNull(stored(ada, HEART, false).reactions());
  }

  @Test
  void aRepeatChangesNothing() {
    MessageItem now = stored(ada, PARTY, true);
    assertEquals(
        new MessageStored(now, false), PERSISTENCE.ask(STORE_REACTION, react(ada, PARTY, true)));
    assertEquals(
        new MessageStored(now, false), PERSISTENCE.ask(STORE_REACTION, react(grace, PARTY, false)));
    assertEquals(now.changed(), PEOPLE.standing(ada, room).head());
  }

  @Test
  void manyAtOnceAreAllCountedAndTheFirstNamed() {
    List<UserId> members = IntStream.range(0, 25).mapToObj(i -> PEOPLE.joined(room)).toList();
    long before = PEOPLE.standing(ada, room).head();
    List<Future<MessageStored>> asked = new ArrayList<>();
    members.forEach(one -> asked.add(PERSISTENCE.start(STORE_REACTION, react(one, PARTY, true))));
    asked.forEach(RunningPersistence::await);
    assertEquals(before + 25, PEOPLE.standing(ada, room).head(), "numbers without a hole");
    Reaction counted =
        ((MessageItem) PEOPLE.read(FeedId.of(room), before, 50).items().get(0)).reactions().get(0);
    assertEquals(25, counted.count());
    List<UserId> all = new ArrayList<>();
    ReactionPage page = list(null);
    all.addAll(page.accounts());
    while (page.next() != null) {
      page = list(page.next());
      all.addAll(page.accounts());
    }
    assertEquals(25, all.size());
    assertTrue(all.containsAll(members));
    assertEquals(all.subList(0, Reaction.MAX_NAMED), counted.accounts());
  }

  @Test
  void aMessageHasTwentyKindsAtMost() {
    IntStream.range(0, Reaction.MAX_KINDS)
        .forEach(i -> stored(ada, new String(Character.toChars(0x1F600 + i)), true));
    assertEquals(
        FailureCode.TOO_MANY, PERSISTENCE.refusal(STORE_REACTION, react(grace, PARTY, true)));
    stored(grace, new String(Character.toChars(0x1F600)), true);
  }

  @Test
  void goesWithTheMessageAndStaysWhenThatIsEdited() {
    stored(grace, PARTY, true);
    MessageItem edited = PEOPLE.edit(ada, room, message.posted(), "second");
    assertEquals(List.of(new Reaction(PARTY, 1, List.of(grace))), edited.reactions());
    assertNull(PEOPLE.delete(ada, room, message.posted()).reactions());
    assertEquals(
        FailureCode.NOT_FOUND, PERSISTENCE.refusal(STORE_REACTION, react(grace, HEART, true)));
    assertEquals(new ReactionPage(List.of(), null), list(null));
  }

  @Test
  void aRepeatOfTheMessageIsAnsweredWithThem() {
    var said = People.message(ada, room, "again");
    MessageItem sent = PERSISTENCE.ask(APPEND_MESSAGE, said).message();
    StoreReaction reaction =
        new StoreReaction(
            grace, new SetReaction(room, sent.posted(), PARTY, true), 0, policyVersion());
    MessageItem now = PERSISTENCE.ask(STORE_REACTION, reaction).message();
    assertEquals(new MessageAppended(now, true), PERSISTENCE.ask(APPEND_MESSAGE, said));
  }

  @Test
  void isRefusedWhereTheMessageIsNotForTheAccountOrTheRightsHaveChanged() {
    SetReaction wanted = new SetReaction(room, message.posted(), PARTY, true);
    StoreReaction late = new StoreReaction(grace, wanted, message.posted() + 1, policyVersion());
    assertEquals(FailureCode.NOT_FOUND, PERSISTENCE.refusal(STORE_REACTION, late));
    StoreReaction early = react(ada, PARTY, true);
    PEOPLE.change(grace, room, MemberState.REMOVED);
    assertEquals(FailureCode.STALE, PERSISTENCE.refusal(STORE_REACTION, early));
  }

  private StoreReaction react(UserId account, String emoji, boolean set) {
    return new StoreReaction(
        account, new SetReaction(room, message.posted(), emoji, set), 0, policyVersion());
  }

  private MessageItem stored(UserId account, String emoji, boolean set) {
    MessageStored stored = PERSISTENCE.ask(STORE_REACTION, react(account, emoji, set));
    assertTrue(stored.changed());
    return stored.message();
  }

  private ReactionPage list(Long after) {
    ListReactions page = new ListReactions(room, message.posted(), PARTY, after, 10);
    return PERSISTENCE.ask(FIND_REACTIONS, new FindReactions(page, 0));
  }

  private long policyVersion() {
    return PEOPLE.standing(ada, room).policyVersion();
  }
}
