package parley.persistence.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.conversation.ConversationOperations.STORE_ATTRIBUTES;
import static parley.contract.conversation.RoomOperations.FIND_ROOMS;
import static parley.contract.conversation.RoomOperations.STORE_ROOM;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.conversation.ChangeConversation;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.FindRooms;
import parley.contract.conversation.ListRooms;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Policy;
import parley.contract.conversation.Role;
import parley.contract.conversation.RoomPage;
import parley.contract.conversation.RoomSummary;
import parley.contract.conversation.StoreAttributes;
import parley.contract.conversation.StoreRoom;
import parley.contract.feed.ConversationItem;
import parley.contract.feed.FeedId;
import parley.contract.feed.MemberItem;
import parley.contract.feed.MembershipItem;
import parley.contract.feed.Range;
import parley.contract.feed.ReadMarkItem;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;
import parley.persistence.RunningPersistence;

class RoomIT {
  @RegisterExtension static final PersistenceExtension PERSISTENCE = PersistenceExtension.fresh();

  private static final People PEOPLE = PERSISTENCE.people();

  @Test
  void beginsTheFeedWithTheRoomAndItsOwner() {
    UserId owner = PEOPLE.account();
    ConversationId id = new ConversationId(UUID.randomUUID());
    StoreRoom room = new StoreRoom(id, owner, "Tea & Cake", "tea & cake 1", "sweet things");
    ConversationChanged stored = PERSISTENCE.ask(STORE_ROOM, room);
    assertEquals(
        List.of(
            new Range(
                FeedId.of(id),
                0,
                2,
                List.of(
                    new ConversationItem(
                        1,
                        ConversationKind.ROOM,
                        "Tea & Cake",
                        "sweet things",
                        1,
                        null,
                        Policy.OPEN),
                    new MemberItem(2, owner, MemberState.JOINED, Role.OWNER))),
            new Range(
                FeedId.of(owner),
                0,
                2,
                List.of(
                    new MembershipItem(1, id, MemberState.JOINED, Role.OWNER, 0),
                    new ReadMarkItem(2, id, 0)))),
        stored.ranges());
    assertEquals(Role.OWNER, stored.summary().role());
    assertEquals("sweet things", stored.summary().topic());
    assertNull(stored.summary().lastMessage());

    ConversationChanged repeated = PERSISTENCE.ask(STORE_ROOM, room);
    assertEquals(List.of(), repeated.ranges());
    assertEquals(stored.summary(), repeated.summary());
  }

  @Test
  void refusesANameThatIsTakenAndLeavesNothingBehind() {
    UserId first = PEOPLE.account();
    UserId second = PEOPLE.account();
    ConversationId taken = new ConversationId(UUID.randomUUID());
    ConversationId other = new ConversationId(UUID.randomUUID());
    PERSISTENCE.ask(STORE_ROOM, new StoreRoom(taken, first, "Chess", "chess", null));
    StoreRoom late = new StoreRoom(other, second, "CHESS", "chess", null);
    assertEquals(FailureCode.NAME_TAKEN, PERSISTENCE.refusal(STORE_ROOM, late));
    StoreRoom renamed = new StoreRoom(other, second, "Go", "go", null);
    assertEquals(2, PERSISTENCE.ask(STORE_ROOM, renamed).ranges().get(1).through());
  }

  @Test
  void refusesAnIdThatSomebodyElseUsesForWhatever() {
    UserId first = PEOPLE.account();
    ConversationId room = PEOPLE.room(first);
    UserId second = PEOPLE.account();
    assertEquals(
        FailureCode.FORBIDDEN,
        PERSISTENCE.refusal(STORE_ROOM, new StoreRoom(room, second, "Mine", "mine now", null)));
    ConversationId account = new ConversationId(first.value());
    assertEquals(
        FailureCode.FORBIDDEN,
        PERSISTENCE.refusal(STORE_ROOM, new StoreRoom(account, first, "Me", "me myself", null)));
    UserId nobody = new UserId(UUID.randomUUID());
    ConversationId free = new ConversationId(UUID.randomUUID());
    assertEquals(
        FailureCode.FORBIDDEN,
        PERSISTENCE.refusal(STORE_ROOM, new StoreRoom(free, nobody, "No", "nobody's", null)));
  }

  @Test
  void storesOneOfManyRoomsWithTheSameNameAtOnce() {
    List<Future<ConversationChanged>> attempts =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    new StoreRoom(
                        new ConversationId(UUID.randomUUID()),
                        PEOPLE.account(),
                        "Contended",
                        "contended",
                        null))
            .map(room -> PERSISTENCE.start(STORE_ROOM, room))
            .toList();
    List<FailureCode> refusals = new ArrayList<>();
    int stored = 0;
    for (Future<ConversationChanged> attempt : attempts) {
      try {
        RunningPersistence.await(attempt);
        stored++;
      } catch (BusFailure failure) {
        refusals.add(failure.code());
      }
    }
    assertEquals(1, stored);
    assertTrue(refusals.stream().allMatch(code -> code == FailureCode.NAME_TAKEN));
  }

  @Test
  void listsTheDirectoryByNameInPagesWithoutGapOrRepeat() {
    UserId reader = PEOPLE.account();
    for (int i = 0; i < 25; i++) {
      store("zzz page %02d".formatted(i));
    }
    List<String> names = new ArrayList<>();
    String after = null;
    int pages = 0;
    do {
      RoomPage page =
          PERSISTENCE.ask(FIND_ROOMS, new FindRooms(reader, new ListRooms("zzz", after, 10)));
      page.rooms().forEach(room -> names.add(room.name()));
      after = page.next();
      pages++;
    } while (after != null);
    assertEquals(3, pages);
    assertEquals(IntStream.range(0, 25).mapToObj("zzz page %02d"::formatted).toList(), names);
    RoomPage all =
        PERSISTENCE.ask(FIND_ROOMS, new FindRooms(reader, new ListRooms(null, null, 100)));
    assertEquals(
        all.rooms().stream().map(room -> room.name().toLowerCase(Locale.ROOT)).sorted().toList(),
        all.rooms().stream().map(room -> room.name().toLowerCase(Locale.ROOT)).toList());
  }

  @Test
  void leavesNoRoomOutWhenTheLastOfAPageIsRenamed() {
    List<ConversationId> rooms =
        IntStream.range(0, 4).mapToObj(i -> store("yyy turn " + i)).toList();
    RoomPage first = yyy(null);
    String name = "yyy zenith";
    ChangeConversation renaming = new ChangeConversation(rooms.get(1), name, null, Policy.OPEN);
    PERSISTENCE.ask(STORE_ATTRIBUTES, new StoreAttributes(PEOPLE.account(), renaming, name, 1));
    assertEquals(
        rooms.subList(2, 4),
        yyy(first.next()).rooms().stream().map(r -> r.conversation()).toList());
  }

  private static RoomPage yyy(String after) {
    return PERSISTENCE.ask(
        FIND_ROOMS, new FindRooms(PEOPLE.account(), new ListRooms("yyy", after, 2)));
  }

  @Test
  void findsRoomsByTheBeginningsOfWordsWithoutRegardToCase() {
    store("Élan Vital-Straße");
    store("Großes 東京 Treffen");
    store("🎉 only");
    assertEquals(List.of("Élan Vital-Straße"), found("éLAN"));
    assertEquals(List.of("Élan Vital-Straße"), found("stra vit"));
    assertEquals(List.of("Großes 東京 Treffen"), found("東"));
    assertEquals(List.of("🎉 only"), found("🎉"));
    assertEquals(List.of(), found("lan"), "not within a word");
    assertEquals(List.of(), found("' | !"), "no word at all");
    assertEquals(List.of(), found("it's \\ a:* trap"));
  }

  @Test
  void tellsWhichRoomsTheReaderBelongsTo() {
    UserId reader = PEOPLE.account();
    ConversationId in = store("joined yonder");
    store("joined not");
    PEOPLE.join(reader, in);
    List<RoomSummary> rooms =
        PERSISTENCE
            .ask(FIND_ROOMS, new FindRooms(reader, new ListRooms("joined", null, 10)))
            .rooms();
    assertEquals(List.of(false, true), rooms.stream().map(RoomSummary::joined).toList());
    assertEquals(List.of(1L, 2L), rooms.stream().map(RoomSummary::memberCount).toList());
    PEOPLE.change(reader, in, MemberState.LEFT);
    assertEquals(
        List.of(false, false),
        PERSISTENCE
            .ask(FIND_ROOMS, new FindRooms(reader, new ListRooms("joined", null, 10)))
            .rooms()
            .stream()
            .map(RoomSummary::joined)
            .toList());
  }

  @Test
  void refusesACursorThatIsNone() {
    ListRooms page = new ListRooms(null, "not*a*cursor", 10);
    assertEquals(
        FailureCode.MALFORMED,
        PERSISTENCE.refusal(FIND_ROOMS, new FindRooms(PEOPLE.account(), page)));
  }

  private static ConversationId store(String name) {
    ConversationId room = new ConversationId(UUID.randomUUID());
    PERSISTENCE.ask(STORE_ROOM, People.room(room, PEOPLE.account(), name));
    return room;
  }

  private static List<String> found(String query) {
    return PERSISTENCE
        .ask(FIND_ROOMS, new FindRooms(PEOPLE.account(), new ListRooms(query, null, 100)))
        .rooms()
        .stream()
        .map(RoomSummary::name)
        .toList();
  }
}
