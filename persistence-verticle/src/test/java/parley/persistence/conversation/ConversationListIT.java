package parley.persistence.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static parley.contract.conversation.ConversationOperations.FIND_CONVERSATIONS;
import static parley.contract.conversation.ConversationOperations.MOVE_READ_MARK;
import static parley.contract.conversation.ConversationOperations.READ_STANDING;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
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
import parley.persistence.People;
import parley.persistence.RunningPersistence;
import parley.testkit.servers.PostgresExtension;

class ConversationListIT {
  @RegisterExtension
  static final PostgresExtension POSTGRES = PostgresExtension.shared().fsync(false);

  private static RunningPersistence persistence;
  private static People people;

  @BeforeAll
  static void start() {
    persistence = RunningPersistence.on(POSTGRES.uri());
    people = new People(persistence);
  }

  @AfterAll
  static void stop() {
    persistence.close();
  }

  @Test
  void listsEveryConversationOnceWhateverHappensBetweenThePages() {
    UserId account = people.account();
    Set<ConversationId> rooms = new HashSet<>();
    for (int i = 0; i < 7; i++) {
      rooms.add(people.room(account));
    }
    List<ConversationId> listed = new ArrayList<>();
    String after = null;
    do {
      ConversationPage page = page(account, after, 3);
      page.conversations().stream().map(ConversationSummary::conversation).forEach(listed::add);
      assertEquals(14, page.through(), "the head of the account's feed");
      rooms.forEach(room -> people.say(account, room, "something happens in all of them"));
      after = page.next();
    } while (after != null);
    assertEquals(7, listed.size());
    assertEquals(rooms, Set.copyOf(listed));
  }

  @Test
  void showsLastMessageAndWhatIsUnread() {
    UserId writer = people.account();
    UserId reader = people.account();
    ConversationId room = people.room(writer);
    people.join(reader, room);
    people.say(writer, room, "one");
    var last = people.say(writer, room, "two").message();
    ConversationSummary seen = page(reader, null, 10).conversations().get(0);
    assertEquals(last, seen.lastMessage());
    assertEquals(2, seen.ordinal() - seen.readOrdinal());
    people.mark(reader, room, 1);
    ConversationSummary read = page(reader, null, 10).conversations().get(0);
    assertEquals(1, read.ordinal() - read.readOrdinal());
    people.change(reader, room, MemberState.LEFT);
    assertEquals(List.of(), page(reader, null, 10).conversations());
  }

  @Test
  void answersAnEmptyPageForWhoHasNoConversation() {
    ConversationPage page = page(people.account(), null, 10);
    assertEquals(List.of(), page.conversations());
    assertNull(page.next());
    assertEquals(0, page.through());
  }

  @Test
  void refusesACursorThatIsNone() {
    assertEquals(
        FailureCode.MALFORMED,
        persistence.refusal(
            FIND_CONVERSATIONS,
            new FindConversations(people.account(), new ListConversations("x_y", 10))));
  }

  @Test
  void movesAMarkForwardOnlyAndNeverBeyondTheLastMessage() {
    UserId account = people.account();
    ConversationId room = people.room(account);
    for (int i = 0; i < 3; i++) {
      people.say(account, room, "text");
    }
    FeedId feed = FeedId.of(account);
    assertEquals(
        new ReadMarkMoved(2, List.of(new Range(feed, 2, 3, List.of(new ReadMarkItem(3, room, 2))))),
        people.mark(account, room, 2));
    assertEquals(new ReadMarkMoved(2, List.of()), people.mark(account, room, 1));
    assertEquals(new ReadMarkMoved(2, List.of()), people.mark(account, room, 2));
    assertEquals(
        new ReadMarkMoved(3, List.of(new Range(feed, 3, 4, List.of(new ReadMarkItem(4, room, 3))))),
        people.mark(account, room, 99));
  }

  @Test
  void refusesMarksOfStrangersAndInUnknownConversations() {
    UserId stranger = people.account();
    assertEquals(
        FailureCode.NOT_A_MEMBER,
        persistence.refusal(
            MOVE_READ_MARK, new MoveReadMark(stranger, new MarkRead(people.room(), 1))));
    ConversationId unknown = new ConversationId(UUID.randomUUID());
    assertEquals(
        FailureCode.NOT_FOUND,
        persistence.refusal(MOVE_READ_MARK, new MoveReadMark(stranger, new MarkRead(unknown, 1))));
  }

  @Test
  void tellsHowAnAccountStands() {
    UserId owner = people.account();
    ConversationId room = people.room(owner);
    Standing standing = people.standing(owner, room);
    assertEquals(Role.OWNER, standing.role());
    assertEquals(2, standing.head());
    Standing stranger = people.standing(people.account(), room);
    assertNull(stranger.state());
    assertNull(stranger.role());
    assertEquals(
        FailureCode.NOT_FOUND,
        persistence.refusal(
            READ_STANDING, new ReadStanding(new ConversationId(UUID.randomUUID()), owner)));
  }

  private static ConversationPage page(UserId account, String after, int limit) {
    return persistence.ask(
        FIND_CONVERSATIONS, new FindConversations(account, new ListConversations(after, limit)));
  }
}
