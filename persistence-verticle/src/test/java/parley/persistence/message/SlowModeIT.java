package parley.persistence.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.message.MessageOperations.APPEND_MESSAGE;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.feed.FeedId;
import parley.contract.feed.MessageItem;
import parley.contract.id.ClientId;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.AppendMessage;
import parley.contract.message.MessageAppended;
import parley.contract.message.TextContent;
import parley.persistence.Eventually;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;
import parley.persistence.RunningPersistence;

class SlowModeIT {
  private static final int LONG = 3_600;

  @RegisterExtension
  static final PersistenceExtension PERSISTENCE = PersistenceExtension.instances(2);

  private static final People PEOPLE = PERSISTENCE.people();

  @Test
  void aSecondMessageComesTooEarlyAndTakesNoNumber() {
    ConversationId room = PEOPLE.room();
    UserId member = PEOPLE.joined(room);
    AppendMessage first = slowly(member, room, LONG);
    MessageAppended stored = PERSISTENCE.ask(APPEND_MESSAGE, first);
    assertEquals(
        FailureCode.RATE_LIMITED, PERSISTENCE.refusal(APPEND_MESSAGE, slowly(member, room, LONG)));
    assertEquals(stored.message().posted(), PEOPLE.standing(member, room).head());
    MessageAppended repeated = PERSISTENCE.ask(APPEND_MESSAGE, first);
    assertEquals(new MessageAppended(stored.message(), true), repeated, "a repeat is none");
    PERSISTENCE.ask(APPEND_MESSAGE, slowly(PEOPLE.joined(room), room, LONG));
    PERSISTENCE.ask(APPEND_MESSAGE, slowly(member, PEOPLE.room(member), LONG));
    PERSISTENCE.ask(APPEND_MESSAGE, slowly(member, room, 0));
  }

  @Test
  void oneOfManyAtOnceIsStoredWhicheverProcessAppends() {
    ConversationId room = PEOPLE.room();
    UserId member = PEOPLE.joined(room);
    UserId quick = PEOPLE.joined(room);
    List<Future<MessageAppended>> slow = new ArrayList<>();
    List<Future<MessageAppended>> free = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      slow.add(PERSISTENCE.start(APPEND_MESSAGE, slowly(member, room, LONG)));
      free.add(PERSISTENCE.start(APPEND_MESSAGE, slowly(quick, room, 0)));
    }
    free.forEach(RunningPersistence::await);
    RunningPersistence.await(Future.join(slow).otherwiseEmpty());
    assertEquals(1, slow.stream().filter(Future::succeeded).count());
    List<FailureCode> refusals =
        slow.stream().filter(Future::failed).map(RunningPersistence::refusal).distinct().toList();
    assertEquals(List.of(FailureCode.RATE_LIMITED), refusals);
    assertEquals(6 + 21, PEOPLE.standing(quick, room).head(), "numbers without a hole");
  }

  @Test
  void afterThePauseTheNextMessageIsStored() throws Exception {
    ConversationId room = PEOPLE.room();
    UserId member = PEOPLE.joined(room);
    PERSISTENCE.ask(APPEND_MESSAGE, slowly(member, room, 1));
    AppendMessage next = slowly(member, room, 1);
    Eventually.holds("a second has passed", () -> isStored(next));
    long[] times = IntStream.of(1, 2).mapToLong(ordinal -> storedAt(room, ordinal)).toArray();
    assertTrue(times[1] - times[0] >= 1_000, () -> times[1] - times[0] + " ms");
  }

  private static boolean isStored(AppendMessage message) {
    Future<MessageAppended> asked = PERSISTENCE.start(APPEND_MESSAGE, message);
    RunningPersistence.await(Future.join(asked, asked).otherwiseEmpty());
    return asked.succeeded();
  }

  private static long storedAt(ConversationId room, int ordinal) {
    return PEOPLE.read(FeedId.of(room), 0, 50).items().stream()
        .filter(MessageItem.class::isInstance)
        .map(MessageItem.class::cast)
        .filter(message -> message.ordinal() == ordinal)
        .findFirst()
        .orElseThrow()
        .storedAt();
  }

  private static AppendMessage slowly(UserId sender, ConversationId room, int pause) {
    return new AppendMessage(
        room, sender, new ClientId(UUID.randomUUID()), new TextContent("text"), 1, pause);
  }
}
