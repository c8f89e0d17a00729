package parley.persistence.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.conversation.ConversationOperations.FIND_CONVERSATIONS;
import static parley.contract.conversation.ConversationOperations.MOVE_READ_MARK;
import static parley.contract.conversation.ConversationOperations.READ_STANDING;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.Json;
import parley.contract.conversation.ConversationPage;
import parley.contract.conversation.ConversationSummary;
import parley.contract.conversation.FindConversations;
import parley.contract.conversation.ListConversations;
import parley.contract.conversation.MarkRead;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.MoveReadMark;
import parley.contract.conversation.ReadMarkMoved;
import parley.contract.conversation.ReadStanding;
import parley.contract.conversation.Role;
import parley.contract.conversation.Standing;
import parley.contract.feed.FeedId;
import parley.contract.feed.Range;
import parley.contract.feed.ReadMarkItem;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.TextContent;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;

class ConversationListIT {
  @RegisterExtension static final PersistenceExtension PERSISTENCE = PersistenceExtension.fresh();

  private static final People PEOPLE = PERSISTENCE.people();

  @Test
  void listsEveryConversationOnceWhateverHappensBetweenThePages() {
    UserId account = PEOPLE.account();
    Set<ConversationId> rooms = new HashSet<>();
    for (int i = 0; i < 7; i++) {
      rooms.add(PEOPLE.room(account));
    }
    List<ConversationId> listed = new ArrayList<>();
    String after = null;
    do {
      ConversationPage page = page(account, after, 3);
      page.conversations().stream().map(ConversationSummary::conversation).forEach(listed::add);
      assertEquals(14, page.through(), "the head of the account's feed");
      rooms.forEach(room -> PEOPLE.say(account, room, "something happens in all of them"));
      after = page.next();
    } while (after != null);
    assertEquals(7, listed.size());
    assertEquals(rooms, Set.copyOf(listed));
  }

  @Test
  void cutsAPageByWhatItWeighsAsJson() {
    UserId account = PEOPLE.account();
    Set<ConversationId> rooms = new HashSet<>();
    for (int i = 0; i < 12; i++) {
      ConversationId room = PEOPLE.room(account);
      PEOPLE.say(account, room, "\u8a71".repeat(TextContent.MAX_TEXT));
      rooms.add(room);
    }
    List<ConversationId> listed = new ArrayList<>();
    String after = null;
    do {
      ConversationPage page = page(account, after, ListConversations.MAX_LIMIT);
      int bytes = Json.encode(page).getBytes(StandardCharsets.UTF_8).length;
      assertTrue(bytes < 60 * 1024, bytes + " bytes on a page");
      page.conversations().stream().map(ConversationSummary::conversation).forEach(listed::add);
      after = page.next();
    } while (after != null);
    assertEquals(12, listed.size());
    assertEquals(rooms, Set.copyOf(listed));
  }

  @Test
  void showsLastMessageAndWhatIsUnread() {
    UserId writer = PEOPLE.account();
    UserId reader = PEOPLE.account();
    ConversationId room = PEOPLE.room(writer);
    PEOPLE.join(reader, room);
    PEOPLE.say(writer, room, "one");
    var last = PEOPLE.say(writer, room, "two").message();
    ConversationSummary seen = page(reader, null, 10).conversations().get(0);
    assertEquals(last, seen.lastMessage());
    assertEquals(2, seen.ordinal() - seen.readOrdinal());
    PEOPLE.mark(reader, room, 1);
    ConversationSummary read = page(reader, null, 10).conversations().get(0);
    assertEquals(1, read.ordinal() - read.readOrdinal());
    PEOPLE.change(reader, room, MemberState.LEFT);
    assertEquals(List.of(), page(reader, null, 10).conversations());
  }

  @Test
  void answersAnEmptyPageForWhoHasNoConversation() {
    ConversationPage page = page(PEOPLE.account(), null, 10);
    assertEquals(List.of(), page.conversations());
    assertNull(page.next());
    assertEquals(0, page.through());
  }

  @Test
  void refusesACursorThatIsNone() {
    assertEquals(
        FailureCode.MALFORMED,
        PERSISTENCE.refusal(
            FIND_CONVERSATIONS,
            new FindConversations(PEOPLE.account(), new ListConversations("x_y", 10))));
  }

  @Test
  void movesAMarkForwardOnlyAndNeverBeyondTheLastMessage() {
    UserId account = PEOPLE.account();
    ConversationId room = PEOPLE.room(account);
    for (int i = 0; i < 3; i++) {
      PEOPLE.say(account, room, "text");
    }
    FeedId feed = FeedId.of(account);
    assertEquals(
        new ReadMarkMoved(2, List.of(new Range(feed, 2, 3, List.of(new ReadMarkItem(3, room, 2))))),
        PEOPLE.mark(account, room, 2));
    assertEquals(new ReadMarkMoved(2, List.of()), PEOPLE.mark(account, room, 1));
    assertEquals(new ReadMarkMoved(2, List.of()), PEOPLE.mark(account, room, 2));
    assertEquals(
        new ReadMarkMoved(3, List.of(new Range(feed, 3, 4, List.of(new ReadMarkItem(4, room, 3))))),
        PEOPLE.mark(account, room, 99));
  }

  @Test
  void refusesMarksOfStrangersAndInUnknownConversations() {
    UserId stranger = PEOPLE.account();
    assertEquals(
        FailureCode.NOT_A_MEMBER,
        PERSISTENCE.refusal(
            MOVE_READ_MARK, new MoveReadMark(stranger, new MarkRead(PEOPLE.room(), 1))));
    ConversationId unknown = new ConversationId(UUID.randomUUID());
    assertEquals(
        FailureCode.NOT_FOUND,
        PERSISTENCE.refusal(MOVE_READ_MARK, new MoveReadMark(stranger, new MarkRead(unknown, 1))));
  }

  @Test
  void tellsHowAnAccountStands() {
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    Standing standing = PEOPLE.standing(owner, room);
    assertEquals(Role.OWNER, standing.role());
    assertEquals(2, standing.head());
    Standing stranger = PEOPLE.standing(PEOPLE.account(), room);
    assertNull(stranger.state());
    assertNull(stranger.role());
    assertEquals(
        FailureCode.NOT_FOUND,
        PERSISTENCE.refusal(
            READ_STANDING, new ReadStanding(new ConversationId(UUID.randomUUID()), owner)));
  }

  private static ConversationPage page(UserId account, String after, int limit) {
    return PERSISTENCE.ask(
        FIND_CONVERSATIONS, new FindConversations(account, new ListConversations(after, limit)));
  }
}
