package parley.persistence.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.message.MessageOperations.APPEND_MESSAGE;
import static parley.persistence.RunningPersistence.await;
import static parley.persistence.RunningPersistence.refusal;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.conversation.MemberState;
import parley.contract.feed.FeedId;
import parley.contract.feed.Item;
import parley.contract.health.HealthOperations;
import parley.contract.health.ReadHealth;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.AppendMessage;
import parley.contract.message.MessageAppended;
import parley.contract.message.TextContent;
import parley.persistence.Eventually;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;
import parley.persistence.Probe;
import parley.persistence.RunningPersistence;

class AppendIT {
  @RegisterExtension static final PersistenceExtension PERSISTENCE = PersistenceExtension.fresh();

  private static final People PEOPLE = PERSISTENCE.people();

  @Test
  void numbersMessagesInTheOrderOfArrivalWithoutAHole() {
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    List<MessageAppended> replies = all(messages(owner, room, 300));
    for (int i = 0; i < replies.size(); i++) {
      assertEquals("text " + i, ((TextContent) replies.get(i).message().content()).text());
      assertEquals(i + 1, replies.get(i).message().ordinal());
      assertEquals(i + 3, replies.get(i).message().posted(), "behind the room's two items");
      assertEquals(i + 3, replies.get(i).message().changed());
      assertTrue(
          i == 0 || replies.get(i).message().storedAt() >= replies.get(i - 1).message().storedAt());
    }
    assertEquals(302, PEOPLE.standing(owner, room).head());
  }

  @Test
  void storesWhatWaitsInOneTransaction() throws Exception {
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    int batches = PERSISTENCE.running().counted("persistence.append.batches");
    int rows = PERSISTENCE.running().counted("persistence.append.rows");
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      probe.lock("select 1 from feed where id = '" + room + "' for update");
      Future<MessageAppended> first = append(People.message(owner, room, "first"));
      awaitBlockedAppend(probe, 1);
      List<Future<MessageAppended>> rest =
          messages(owner, room, 100).stream().map(AppendIT::append).toList();
      await(arrived());
      probe.release();
      await(Future.all(new ArrayList<>(rest)));
      await(first);
      assertEquals(2, PERSISTENCE.running().counted("persistence.append.batches") - batches);
      assertEquals(101, PERSISTENCE.running().counted("persistence.append.rows") - rows);
      assertEquals(
          2,
          probe.number(
              "select count(distinct xmin::text) from message where conversation = '" + room + "'"),
          "transactions as PostgreSQL counts them");
    }
  }

  @Test
  void answersARepeatWithTheFirstRowWhateverItCarries() {
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    AppendMessage message = People.message(owner, room, "the first text");
    MessageAppended first = PERSISTENCE.ask(APPEND_MESSAGE, message);
    AppendMessage other =
        new AppendMessage(room, owner, message.clientId(), new TextContent("another text"), 77, 0);
    MessageAppended second = PERSISTENCE.ask(APPEND_MESSAGE, other);
    assertFalse(first.repeated());
    assertTrue(second.repeated());
    assertEquals(first.message(), second.message());
    assertEquals(first.message().changed(), PEOPLE.standing(owner, room).head());
  }

  @Test
  void storesOnceWhatIsRepeatedWithinABatch() {
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    List<AppendMessage> twice = new ArrayList<>();
    for (AppendMessage message : messages(owner, room, 50)) {
      twice.add(message);
      twice.add(message);
    }
    List<MessageAppended> replies = all(twice);
    assertEquals(50, replies.stream().filter(reply -> !reply.repeated()).count());
    for (int i = 0; i < replies.size(); i += 2) {
      assertEquals(replies.get(i).message(), replies.get(i + 1).message());
    }
    assertEquals(52, PEOPLE.standing(owner, room).head(), "no number was lost to a repeat");
  }

  @Test
  void refusesWhatRestsOnAnOldPolicyVersion() {
    UserId owner = PEOPLE.account();
    UserId leaver = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    PEOPLE.join(leaver, room);
    AppendMessage decided = People.message(leaver, room, "decided before the end");
    PEOPLE.change(leaver, room, MemberState.REMOVED);
    long head = PEOPLE.standing(owner, room).head();
    assertEquals(FailureCode.STALE, PERSISTENCE.refusal(APPEND_MESSAGE, decided));
    assertEquals(head, PEOPLE.standing(owner, room).head());
  }

  @Test
  void refusesAnUnknownConversationAndTheFeedOfAUser() {
    UserId owner = PEOPLE.account();
    ConversationId unknown = new ConversationId(UUID.randomUUID());
    ConversationId user = new ConversationId(owner.value());
    assertEquals(
        FailureCode.NOT_FOUND,
        PERSISTENCE.refusal(APPEND_MESSAGE, People.message(owner, unknown, "x")));
    assertEquals(
        FailureCode.NOT_FOUND,
        PERSISTENCE.refusal(APPEND_MESSAGE, People.message(owner, user, "x")));
  }

  @Test
  void failsOneBadRowAlone() throws Exception {
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      probe.run(
          "alter table message add constraint bad check (content ->> 'text' <> 'bad') not valid");
      probe.lock("select 1 from feed where id = '" + room + "' for update");
      Future<MessageAppended> first = append(People.message(owner, room, "first"));
      awaitBlockedAppend(probe, 1);
      Future<MessageAppended> before = append(People.message(owner, room, "before"));
      Future<MessageAppended> bad = append(People.message(owner, room, "bad"));
      Future<MessageAppended> after = append(People.message(owner, room, "after"));
      await(arrived());
      probe.release();
      assertEquals(FailureCode.INTERNAL, refusal(bad));
      assertEquals(1, await(first).message().ordinal());
      assertEquals(2, await(before).message().ordinal());
      assertEquals(3, await(after).message().ordinal());
      probe.run("alter table message drop constraint bad");
    }
  }

  @Test
  void dropsWhatNobodyAwaitsAnyMore() throws Exception {
    UserId owner = PEOPLE.account();
    ConversationId room = PEOPLE.room(owner);
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      probe.lock("select 1 from feed where id = '" + room + "' for update");
      Future<MessageAppended> first = append(People.message(owner, room, "first"));
      awaitBlockedAppend(probe, 1);
      Future<MessageAppended> late =
          PERSISTENCE
              .running()
              .start(APPEND_MESSAGE, People.message(owner, room, "late"), Duration.ofMillis(150));
      assertEquals(FailureCode.UNAVAILABLE, refusal(late));
      probe.release();
      await(first);
      assertEquals(2, await(append(People.message(owner, room, "next"))).message().ordinal());
    }
  }

  @Test
  void refusesAtOnceWhenTooManyWait() throws Exception {
    try (RunningPersistence small =
            RunningPersistence.on(PERSISTENCE.uri(), Map.of("persistence.appendWaiting", "3"));
        Probe probe = new Probe(PERSISTENCE.uri())) {
      UserId owner = PEOPLE.account();
      ConversationId room = PEOPLE.room(owner);
      probe.lock("select 1 from feed where id = '" + room + "' for update");
      List<Future<MessageAppended>> fitting =
          messages(owner, room, 3).stream()
              .map(message -> small.start(APPEND_MESSAGE, message))
              .toList();
      Future<MessageAppended> surplus =
          small.start(APPEND_MESSAGE, People.message(owner, room, "one too many"));
      assertEquals(FailureCode.UNAVAILABLE, refusal(surplus));
      assertTrue(fitting.stream().noneMatch(Future::isComplete), "answered before the others");
      assertEquals(1, small.counted("persistence.append.refused"));
      probe.release();
      await(Future.all(new ArrayList<>(fitting)));
      small.ask(APPEND_MESSAGE, People.message(owner, room, "there is room again"));
    }
  }

  @Test
  void keepsNumbersContiguousWhenSeveralProcessesAppend() throws Exception {
    UserId owner = PEOPLE.account();
    List<ConversationId> rooms = IntStream.range(0, 8).mapToObj(i -> PEOPLE.room(owner)).toList();
    try (RunningPersistence second = RunningPersistence.on(PERSISTENCE.uri());
        RunningPersistence third = RunningPersistence.instances(PERSISTENCE.uri(), 2)) {
      List<RunningPersistence> processes = List.of(PERSISTENCE.running(), second, third);
      List<Future<MessageAppended>> replies = new ArrayList<>();
      for (int i = 0; i < 3_000; i++) {
        AppendMessage message = People.message(owner, rooms.get(i % 8), "text " + i);
        replies.add(processes.get(i % 3).start(APPEND_MESSAGE, message));
      }
      await(Future.all(new ArrayList<>(replies)));
    }
    for (ConversationId room : rooms) {
      List<Long> numbers = new ArrayList<>();
      long after = 2;
      while (after < 377) {
        var page = PEOPLE.read(FeedId.of(room), after, 200);
        page.items().stream().map(Item::changed).forEach(numbers::add);
        after = page.through();
      }
      assertEquals(LongStream.rangeClosed(3, 377).boxed().toList(), numbers);
    }
  }

  /** Requests of the same client arrive in order, so what was asked before has arrived. */
  private static Future<?> arrived() {
    return PERSISTENCE.start(HealthOperations.PERSISTENCE_HEALTH, new ReadHealth());
  }

  private static void awaitBlockedAppend(Probe probe, int count) throws Exception {
    Eventually.holds(
        "an append waits for the lock",
        () ->
            probe.number(
                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and application_name = 'parley-append'"
                        + " and datname = current_database()")
                == count);
  }

  private static List<AppendMessage> messages(UserId sender, ConversationId room, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> People.message(sender, room, "text " + i))
        .toList();
  }

  private static Future<MessageAppended> append(AppendMessage message) {
    return PERSISTENCE.start(APPEND_MESSAGE, message);
  }

  private static List<MessageAppended> all(List<AppendMessage> messages) {
    List<Future<MessageAppended>> replies = messages.stream().map(AppendIT::append).toList();
    return replies.stream().map(RunningPersistence::await).toList();
  }
}
