package parley.persistence.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static parley.contract.conversation.ConversationOperations.STORE_ATTRIBUTES;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.conversation.ChangeConversation;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.FindConversations;
import parley.contract.conversation.FindRooms;
import parley.contract.conversation.History;
import parley.contract.conversation.ListConversations;
import parley.contract.conversation.ListRooms;
import parley.contract.conversation.Policy;
import parley.contract.conversation.RoomOperations;
import parley.contract.conversation.RoomSummary;
import parley.contract.conversation.StoreAttributes;
import parley.contract.conversation.Writers;
import parley.contract.feed.ConversationItem;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.MembershipItem;
import parley.contract.feed.MessageItem;
import parley.contract.feed.Range;
import parley.contract.feed.ReadRange;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.FindHistory;
import parley.contract.message.HistoryPage;
import parley.contract.message.MessageOperations;
import parley.contract.message.ReadHistory;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;

class AttributesIT {
  private static final Policy QUIET = new Policy(Writers.MODERATORS, 30, History.SINCE_JOINING);

  @RegisterExtension static final PersistenceExtension PERSISTENCE = PersistenceExtension.fresh();

  private static final People PEOPLE = PERSISTENCE.people();

  @Test
  void areToldAsOneItemAndAnotherPolicyVoidsOlderDecisions() {
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    StoreAttributes renaming = of(owner, room, "Tea " + room, Policy.OPEN, 1);
    ConversationItem renamed =
        new ConversationItem(
            3, ConversationKind.ROOM, "Tea " + room, "leaves", 1, null, Policy.OPEN);
    assertEquals(
        List.of(new Range(FeedId.of(room), 2, 3, List.of(renamed))),
        PERSISTENCE.ask(STORE_ATTRIBUTES, renaming).ranges());
    assertEquals(1, PEOPLE.standing(owner, room).policyVersion(), "a name gives no rights");
    assertEquals(List.of(renamed), PEOPLE.read(FeedId.of(room), 2, 10).items());
    ConversationChanged quieter =
        PERSISTENCE.ask(STORE_ATTRIBUTES, of(owner, room, "Tea " + room, QUIET, 1));
    assertEquals(QUIET, quieter.summary().policy());
    assertEquals(2, PEOPLE.standing(owner, room).policyVersion());
    assertEquals(QUIET, PEOPLE.standing(owner, room).policy());
    assertEquals(FailureCode.STALE, PERSISTENCE.refusal(STORE_ATTRIBUTES, renaming));
    StoreAttributes repeat = of(owner, room, "Tea " + room, QUIET, 1);
    assertEquals(List.of(), PERSISTENCE.ask(STORE_ATTRIBUTES, repeat).ranges());
  }

  @Test
  void findARoomUnderItsNewNameOnlyAndKeepNamesUnique() {
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    PERSISTENCE.ask(STORE_ATTRIBUTES, of(owner, room, "Quince " + room, Policy.OPEN, 1));
    assertEquals(List.of(room), found(owner, "quince"));
    ConversationId other = PEOPLE.room(owner);
    StoreAttributes taken = of(owner, other, "Quince " + room, Policy.OPEN, 1);
    assertEquals(FailureCode.NAME_TAKEN, PERSISTENCE.refusal(STORE_ATTRIBUTES, taken));
    assertEquals(2, PEOPLE.standing(owner, other).head(), "nothing was numbered");
  }

  @Test
  void ofAGroupNeedNoUniqueNameAndStayOutOfTheDirectory() {
    UserId owner = PEOPLE.account();
    for (int i = 0; i < 2; i++) {
      ConversationId group = PEOPLE.group(owner);
      StoreAttributes renaming =
          new StoreAttributes(
              owner, new ChangeConversation(group, "Medlar", null, Policy.OPEN), null, 1);
      assertEquals(1, PERSISTENCE.ask(STORE_ATTRIBUTES, renaming).ranges().size());
    }
    assertEquals(List.of(), found(owner, "medlar"));
  }

  @Test
  void ofWhatDoesNotExistAreNotFound() {
    ConversationId unknown = new ConversationId(UUID.randomUUID());
    assertEquals(
        FailureCode.NOT_FOUND,
        PERSISTENCE.refusal(STORE_ATTRIBUTES, of(PEOPLE.account(), unknown, "No", Policy.OPEN, 1)));
  }

  @Test
  void hideThePastFromWhoJoinsLaterInEveryWayOfReading() {
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    PEOPLE.say(owner, room, "before");
    UserId early = PEOPLE.joined(room);
    Policy hiding = new Policy(Writers.EVERYBODY, 0, History.SINCE_JOINING);
    PERSISTENCE.ask(STORE_ATTRIBUTES, of(owner, room, "Pear " + room, hiding, 1));
    UserId late = PEOPLE.account();
    ConversationChanged joined = PEOPLE.join(late, room);
    long from = joined.summary().visibleFrom();
    assertEquals(7, from, "what is posted after the membership began");
    assertEquals(from, ((MembershipItem) joined.ranges().get(1).items().get(0)).visibleFrom());
    assertEquals(from, PEOPLE.standing(late, room).visibleFrom());
    assertEquals(0, PEOPLE.standing(early, room).visibleFrom(), "who was there stays");
    assertNull(joined.summary().lastMessage());
    assertNull(listed(late));
    assertEquals(List.of(), history(room, from).messages());
    MessageItem after = PEOPLE.say(owner, room, "after").message();
    assertEquals(after, listed(late));
    assertEquals(List.of(after), history(room, from).messages());
    assertEquals(2, history(room, 0).messages().size());
    Range read =
        PERSISTENCE.ask(
            FeedOperations.FEED_READ, new ReadRange(FeedId.of(room), 0, null, 50, from));
    assertEquals(after.changed(), read.through());
    assertEquals(
        List.of(after), read.items().stream().filter(MessageItem.class::isInstance).toList());
  }

  private static MessageItem listed(UserId account) {
    return PERSISTENCE
        .ask(
            ConversationOperations.FIND_CONVERSATIONS,
            new FindConversations(account, new ListConversations(null, 10)))
        .conversations()
        .get(0)
        .lastMessage();
  }

  private static HistoryPage history(ConversationId room, long visibleFrom) {
    ReadHistory page = new ReadHistory(room, null, 10);
    return PERSISTENCE.ask(MessageOperations.HISTORY_READ, new FindHistory(page, visibleFrom));
  }

  private static List<ConversationId> found(UserId reader, String query) {
    return PERSISTENCE
        .ask(RoomOperations.FIND_ROOMS, new FindRooms(reader, new ListRooms(query, null, 10)))
        .rooms()
        .stream()
        .map(RoomSummary::conversation)
        .toList();
  }

  private static StoreAttributes of(
      UserId by, ConversationId room, String name, Policy policy, long policyVersion) {
    return new StoreAttributes(
        by,
        new ChangeConversation(room, name, "leaves", policy),
        name.toLowerCase(Locale.ROOT),
        policyVersion);
  }
}
