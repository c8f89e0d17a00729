package parley.persistence.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.feed.FeedHead;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Heads;
import parley.contract.feed.MessageItem;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.persistence.Eventually;
import parley.persistence.People;
import parley.persistence.Probe;
import parley.persistence.RunningPersistence;
import parley.testkit.servers.PostgresExtension;

/**
 * The clock of the database is set back and forward while people write. The machine's own clock is
 * left alone: in this database the function that every statement of persistence asks for the time,
 * {@code clock_timestamp()}, is one of ours, which adds an hour or takes one away. Clients are no
 * part of it: no request has a field for a time.
 */
class ClockIT {
  @RegisterExtension
  static final PostgresExtension POSTGRES = PostgresExtension.shared().fsync(false);

  private static final long HOUR_MS = 3_600_000;

  private Probe probe;
  private RunningPersistence persistence;
  private People people;
  private UserId owner;
  private ConversationId room;

  @BeforeEach
  void start() throws Exception {
    String uri = POSTGRES.newDatabase();
    probe = new Probe(uri);
    probe.run(
        """
        create schema wrong;
        create table wrong.clock as select interval '0' as off;
        create function wrong.clock_timestamp() returns timestamptz language sql volatile
          return pg_catalog.clock_timestamp() + (select off from wrong.clock);
        do $$ begin execute format(
          'alter database %I set search_path = public, wrong, pg_catalog', current_database());
        end $$
        """);
    persistence = RunningPersistence.on(uri);
    people = new People(persistence);
    owner = people.account();
    room = people.room(owner);
  }

  @AfterEach
  void stop() throws Exception {
    persistence.close();
    probe.close();
  }

  @Test
  void aMessageIsNeverEarlierThanItsPredecessor() throws Exception {
    final MessageItem first = say("before");
    isOff("-1 hour");
    MessageItem second = say("an hour earlier");
    MessageItem third = say("a moment after that");
    isOff("1 hour");
    MessageItem fourth = say("two hours later");
    assertEquals(first.storedAt(), second.storedAt(), "as early as may be");
    assertEquals(first.storedAt(), third.storedAt());
    assertTrue(fourth.storedAt() >= first.storedAt() + HOUR_MS, "the clock counts");
    assertEquals(first.posted() + 1, second.posted());
    assertEquals(first.posted() + 2, third.posted());
    assertEquals(first.posted() + 3, fourth.posted());
  }

  @Test
  void changesAreToldAfterTheClockWasSetBack() throws Exception {
    say("before");
    isOff("-1 hour");
    tellsOf(say("an hour earlier"));
  }

  @Test
  void changesAreToldAfterTheClockWasSetForward() throws Exception {
    say("before");
    isOff("1 hour");
    tellsOf(say("an hour later"));
  }

  /** As if the clock leapt, or every persistence was away for an hour, before anybody was told. */
  @Test
  void changesAreToldThatAnHourSeparatesFromTheNextBeacon() throws Exception {
    Queue<Heads> told = listen();
    Eventually.holds("the beacon tells", () -> !told.isEmpty());
    probe.run("begin");
    probe.run("select 1 from beacon for update");
    FeedHead head = headOf(say("nobody is told meanwhile"));
    assertFalse(isTold(told, head));
    probe.run("update feed_change set at = at - interval '1 hour'");
    probe.run("update beacon set told_at = told_at - interval '1 hour'");
    probe.run("commit");
    Eventually.holds("the head is told", () -> isTold(told, head));
  }

  private MessageItem say(String text) {
    return people.say(owner, room, text).message();
  }

  private void isOff(String interval) throws Exception {
    probe.run("update wrong.clock set off = interval '" + interval + "'");
  }

  private void tellsOf(MessageItem message) throws Exception {
    Queue<Heads> told = listen();
    Eventually.holds("the head is told", () -> isTold(told, headOf(message)));
  }

  private Queue<Heads> listen() {
    Queue<Heads> told = new ConcurrentLinkedQueue<>();
    RunningPersistence.await(persistence.bus().listen(FeedOperations.HEADS, told::add));
    return told;
  }

  private FeedHead headOf(MessageItem message) {
    return new FeedHead(FeedId.of(room), message.changed());
  }

  private static boolean isTold(Queue<Heads> told, FeedHead head) {
    return told.stream().anyMatch(one -> one.heads().contains(head));
  }
}
