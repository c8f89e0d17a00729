package parley.persistence.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.message.MessageOperations.APPEND_MESSAGE;
import static parley.contract.message.MessageOperations.FIND_REVISIONS;
import static parley.contract.message.MessageOperations.HISTORY_READ;
import static parley.contract.message.MessageOperations.STORE_DELETION;
import static parley.contract.message.MessageOperations.STORE_EDIT;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.conversation.MemberState;
import parley.contract.feed.FeedId;
import parley.contract.feed.MessageItem;
import parley.contract.id.ClientId;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.AppendMessage;
import parley.contract.message.DeleteMessage;
import parley.contract.message.DeletedContent;
import parley.contract.message.EditMessage;
import parley.contract.message.FindHistory;
import parley.contract.message.FindRevisions;
import parley.contract.message.MessageAppended;
import parley.contract.message.MessageStored;
import parley.contract.message.ReadHistory;
import parley.contract.message.ReadRevisions;
import parley.contract.message.Revision;
import parley.contract.message.RevisionPage;
import parley.contract.message.StoreDeletion;
import parley.contract.message.StoreEdit;
import parley.contract.message.TextContent;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;
import parley.persistence.RunningPersistence;

/** Messages that are edited and deleted, by two processes. */
class EditIT {
  @RegisterExtension
  static final PersistenceExtension PERSISTENCE = PersistenceExtension.instances(2);

  private static final People PEOPLE = PERSISTENCE.people();

  private final UserId ada = PEOPLE.account();
  private final ConversationId room = PEOPLE.room(ada);
  private final AppendMessage said = People.message(ada, room, "first");
  private final MessageItem message = PERSISTENCE.ask(APPEND_MESSAGE, said).message();

  @Test
  void saysSomethingElseUnderTheNextNumberAndKeepsWhatItSaid() {
    MessageItem edited = stored(edit("second"));
    assertEquals(message.changed() + 1, edited.changed());
    assertEquals(message.posted(), edited.posted());
    assertEquals(new TextContent("second"), edited.content());
    assertTrue(edited.editedAt() >= message.storedAt());
    assertEquals(edited, only(PEOPLE.read(FeedId.of(room), message.changed(), 10).items()));
    ReadHistory newest = new ReadHistory(room, null, 1);
    assertEquals(
        List.of(edited), PERSISTENCE.ask(HISTORY_READ, new FindHistory(newest, 0)).messages());
    MessageItem again = stored(edit("third"));
    assertEquals(
        List.of(
            new Revision(2, edited.editedAt(), new TextContent("second")),
            new Revision(1, message.storedAt(), new TextContent("first"))),
        revisions(null, 10).revisions());
    assertEquals(new MessageAppended(again, true), PERSISTENCE.ask(APPEND_MESSAGE, said));
  }

  @Test
  void aRepeatedEditChangesNothingEvenAfterAnother() {
    StoreEdit second = edit("second");
    MessageItem edited = stored(second);
    assertEquals(new MessageStored(edited, false), PERSISTENCE.ask(STORE_EDIT, second));
    MessageItem third = stored(edit("third"));
    assertEquals(new MessageStored(third, false), PERSISTENCE.ask(STORE_EDIT, second));
    assertEquals(new MessageStored(third, false), PERSISTENCE.ask(STORE_EDIT, edit("third")));
    assertEquals(third.changed(), PEOPLE.standing(ada, room).head());
  }

  @Test
  void manyAtOnceAreNumberedWithoutAHoleAndEachKeepsTheOneBefore() {
    List<Future<MessageStored>> edits = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      edits.add(PERSISTENCE.start(STORE_EDIT, edit("text " + i)));
    }
    edits.forEach(RunningPersistence::await);
    List<Long> numbers =
        edits.stream().map(e -> e.result().message().changed() - message.changed()).toList();
    assertEquals(
        IntStream.rangeClosed(1, 20).mapToObj(i -> (long) i).collect(Collectors.toSet()),
        Set.copyOf(numbers));
    RevisionPage page = revisions(null, 50);
    assertEquals(
        IntStream.rangeClosed(1, 20).map(i -> 21 - i).boxed().toList(),
        page.revisions().stream().map(Revision::number).toList());
    assertFalse(page.more());
    RevisionPage earlier = revisions(3, 1);
    assertEquals(2, earlier.revisions().get(0).number());
    assertTrue(earlier.more());
  }

  @Test
  void aPageOfLongRevisionsEndsBeforeItIsTooHeavy() {
    for (int i = 0; i < 20; i++) {
      stored(edit((char) ('a' + i) + "x".repeat(TextContent.MAX_TEXT - 1)));
    }
    RevisionPage page = revisions(null, 50);
    assertTrue(page.revisions().size() > 10, "as many as fit");
    assertTrue(page.more());
  }

  @Test
  void isEditedByNobodyElseAndNotForEver() {
    UserId grace = PEOPLE.joined(room);
    assertEquals(FailureCode.FORBIDDEN, PERSISTENCE.refusal(STORE_EDIT, edit(grace, "mine")));
    assertEquals(FailureCode.NOT_FOUND, refusal(message.posted() + 1, 0));
    assertEquals(FailureCode.NOT_FOUND, refusal(message.posted(), message.posted() + 1));
    for (int i = 0; i < EditStore.MOST_EDITS; i++) {
      stored(edit("text " + i));
    }
    assertEquals(FailureCode.TOO_MANY, PERSISTENCE.refusal(STORE_EDIT, edit("one more")));
  }

  @Test
  void ofADeletedMessageStaysThatThereWasOne() {
    stored(edit("second"));
    StoreDeletion deletion = deletion(ada, false);
    MessageItem deleted = PERSISTENCE.ask(STORE_DELETION, deletion).message();
    assertEquals(message.changed() + 2, deleted.changed());
    assertEquals(message.ordinal(), deleted.ordinal());
    assertEquals(new DeletedContent(ada), deleted.content());
    assertEquals(null, deleted.editedAt());
    assertEquals(List.of(), revisions(null, 10).revisions());
    assertEquals(new MessageStored(deleted, false), PERSISTENCE.ask(STORE_DELETION, deletion));
    assertEquals(FailureCode.NOT_FOUND, PERSISTENCE.refusal(STORE_EDIT, edit("back")));
    assertEquals(new MessageAppended(deleted, true), PERSISTENCE.ask(APPEND_MESSAGE, said));
    assertEquals(deleted, only(PEOPLE.read(FeedId.of(room), message.changed(), 10).items()));
  }

  @Test
  void anothersIsDeletedByWhoMay() {
    UserId grace = PEOPLE.joined(room);
    assertEquals(
        FailureCode.FORBIDDEN, PERSISTENCE.refusal(STORE_DELETION, deletion(grace, false)));
    MessageItem deleted = PERSISTENCE.ask(STORE_DELETION, deletion(grace, true)).message();
    assertEquals(new DeletedContent(grace), deleted.content());
    assertEquals(ada, deleted.sender());
  }

  @Test
  void whatRestsOnAnOlderPolicyIsDecidedAgain() {
    StoreEdit early = edit("late");
    StoreDeletion deletion = deletion(ada, false);
    PEOPLE.change(PEOPLE.joined(room), room, MemberState.REMOVED);
    assertEquals(FailureCode.STALE, PERSISTENCE.refusal(STORE_EDIT, early));
    assertEquals(FailureCode.STALE, PERSISTENCE.refusal(STORE_DELETION, deletion));
  }

  private StoreEdit edit(String text) {
    return edit(ada, text);
  }

  private StoreEdit edit(UserId account, String text) {
    EditMessage edit =
        new EditMessage(
            room, message.posted(), new ClientId(UUID.randomUUID()), new TextContent(text));
    return new StoreEdit(account, edit, 0, policyVersion());
  }

  private FailureCode refusal(long posted, long visibleFrom) {
    EditMessage edit =
        new EditMessage(room, posted, new ClientId(UUID.randomUUID()), new TextContent("text"));
    StoreDeletion deletion =
        new StoreDeletion(ada, new DeleteMessage(room, posted), true, visibleFrom, policyVersion());
    FailureCode code = PERSISTENCE.refusal(STORE_DELETION, deletion);
    ReadRevisions page = new ReadRevisions(room, posted, null, 10);
    assertEquals(code, PERSISTENCE.refusal(FIND_REVISIONS, new FindRevisions(page, visibleFrom)));
    assertEquals(
        code,
        PERSISTENCE.refusal(STORE_EDIT, new StoreEdit(ada, edit, visibleFrom, policyVersion())));
    return code;
  }

  private StoreDeletion deletion(UserId account, boolean anyones) {
    return new StoreDeletion(
        account, new DeleteMessage(room, message.posted()), anyones, 0, policyVersion());
  }

  private long policyVersion() {
    return PEOPLE.standing(ada, room).policyVersion();
  }

  private RevisionPage revisions(Integer before, int limit) {
    ReadRevisions page = new ReadRevisions(room, message.posted(), before, limit);
    return PERSISTENCE.ask(FIND_REVISIONS, new FindRevisions(page, 0));
  }

  private static MessageItem stored(StoreEdit edit) {
    MessageStored stored = PERSISTENCE.ask(STORE_EDIT, edit);
    assertTrue(stored.changed());
    return stored.message();
  }

  private static Object only(List<?> items) {
    assertEquals(1, items.size());
    return items.get(0);
  }
}
