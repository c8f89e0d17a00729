package parley.persistence.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.feed.FeedOperations.FEED_HEADS;
import static parley.contract.feed.FeedOperations.FEED_READ;
import static parley.contract.message.MessageOperations.HISTORY_READ;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.conversation.MemberState;
import parley.contract.feed.FeedHead;
import parley.contract.feed.FeedId;
import parley.contract.feed.Heads;
import parley.contract.feed.Item;
import parley.contract.feed.Range;
import parley.contract.feed.ReadHeads;
import parley.contract.feed.ReadRange;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.FindHistory;
import parley.contract.message.HistoryPage;
import parley.contract.message.ReadHistory;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;

class FeedReadIT {
  @RegisterExtension static final PersistenceExtension PERSISTENCE = PersistenceExtension.fresh();

  private static final People PEOPLE = PERSISTENCE.people();

  @Test
  void endsAFullPageWithItsLastItemAndTheLastPageWithTheHead() {
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    for (int i = 0; i < 5; i++) {
      PEOPLE.say(owner, room, "text");
    }
    PEOPLE.join(PEOPLE.account(), room);
    FeedId feed = FeedId.of(room);
    // The room's own item moved from number 1 to the head, so positions are not items.
    Range first = PEOPLE.read(feed, 0, 3);
    assertEquals(List.of(2L, 3L, 4L), numbers(first));
    assertEquals(4, first.through());
    Range last = PEOPLE.read(feed, 4, 5);
    assertEquals(List.of(5L, 6L, 7L, 8L, 9L), numbers(last));
    assertEquals(9, last.through());
    Range none = PEOPLE.read(feed, 9, 5);
    assertEquals(new Range(feed, 9, 9, List.of()), none);
  }

  @Test
  void refusesUnknownFeedsKindsThatDoNotFitAndPositionsNotReached() {
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    FeedId unknown = FeedId.of(new ConversationId(UUID.randomUUID()));
    FeedId wrongKind = FeedId.of(new UserId(room.value()));
    assertEquals(FailureCode.NOT_FOUND, refusal(unknown, 0));
    assertEquals(FailureCode.NOT_FOUND, refusal(wrongKind, 0));
    assertEquals(FailureCode.MALFORMED, refusal(FeedId.of(room), 3));
  }

  @Test
  void readsHeadsOfThoseThatExist() {
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    FeedId wrongKind = FeedId.of(new ConversationId(owner.value()));
    Heads heads =
        PERSISTENCE.ask(
            FEED_HEADS,
            new ReadHeads(
                List.of(
                    FeedId.of(room),
                    FeedId.of(owner),
                    wrongKind,
                    FeedId.of(new UserId(UUID.randomUUID())))));
    assertEquals(
        Set.of(new FeedHead(FeedId.of(room), 2), new FeedHead(FeedId.of(owner), 2)),
        Set.copyOf(heads.heads()));
    assertEquals(2, heads.heads().size());
  }

  @Test
  void readsHistoryBackwardsInPagesWithoutGapOrRepeat() {
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    for (int i = 0; i < 11; i++) {
      PEOPLE.say(owner, room, "text");
      PEOPLE.mark(owner, room, i);
    }
    PEOPLE.change(PEOPLE.joined(room), room, MemberState.LEFT);
    List<Long> posted = new ArrayList<>();
    Long before = null;
    HistoryPage page;
    do {
      page = PERSISTENCE.ask(HISTORY_READ, new FindHistory(new ReadHistory(room, before, 4), 0));
      posted.addAll(0, page.messages().stream().map(message -> message.posted()).toList());
      assertEquals(17, page.through());
      before = posted.get(0);
    } while (page.more());
    assertEquals(LongStream.rangeClosed(3, 13).boxed().toList(), posted);
  }

  @Test
  void answersAnEmptyHistoryAndRefusesAnUnknownOne() {
    HistoryPage empty =
        PERSISTENCE.ask(HISTORY_READ, new FindHistory(new ReadHistory(PEOPLE.room(), null, 10), 0));
    assertEquals(new HistoryPage(List.of(), false, 2), empty);
    ConversationId unknown = new ConversationId(UUID.randomUUID());
    assertEquals(
        FailureCode.NOT_FOUND,
        PERSISTENCE.refusal(HISTORY_READ, new FindHistory(new ReadHistory(unknown, null, 10), 0)));
  }

  @Test
  void endsWhereItIsAskedToEnd() {
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    PEOPLE.say(owner, room, "before");
    PEOPLE.say(owner, room, "after");
    Range upTo = PERSISTENCE.ask(FEED_READ, new ReadRange(FeedId.of(room), 0, 3L, 10, 0));
    assertEquals(3, upTo.through());
    assertEquals(List.of(1L, 2L, 3L), numbers(upTo));
    Range behind = PERSISTENCE.ask(FEED_READ, new ReadRange(FeedId.of(room), 4, 3L, 10, 0));
    assertEquals(new Range(FeedId.of(room), 4, 4, List.of()), behind);
  }

  @Test
  void cutsAPageOfLongTextsAndGoesOnBehindIt() {
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    for (int i = 0; i < 20; i++) {
      PEOPLE.say(owner, room, "x".repeat(4_000));
    }
    Range first = PEOPLE.read(FeedId.of(room), 0, 200);
    assertTrue(first.items().size() < 22, "items: " + first.items().size());
    Range rest = PEOPLE.read(FeedId.of(room), first.through(), 200);
    assertEquals(22, first.items().size() + rest.items().size());
    assertEquals(22, rest.through());
    HistoryPage page =
        PERSISTENCE.ask(HISTORY_READ, new FindHistory(new ReadHistory(room, null, 100), 0));
    assertTrue(page.more());
    assertTrue(page.messages().size() < 20);
    assertEquals(22, page.messages().get(page.messages().size() - 1).posted(), "the newest");
  }

  private static FailureCode refusal(FeedId feed, long after) {
    return PERSISTENCE.refusal(FEED_READ, new ReadRange(feed, after, null, 10, 0));
  }

  private static List<Long> numbers(Range range) {
    return range.items().stream().map(Item::changed).toList();
  }
}
