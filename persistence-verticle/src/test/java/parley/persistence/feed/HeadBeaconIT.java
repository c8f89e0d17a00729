package parley.persistence.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.feed.FeedHead;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Heads;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.persistence.Eventually;
import parley.persistence.People;
import parley.persistence.Probe;
import parley.persistence.RunningPersistence;
import parley.testkit.servers.PostgresExtension;

class HeadBeaconIT {
  private static final long PERIOD_MS = 100;

  @RegisterExtension
  static final PostgresExtension POSTGRES = PostgresExtension.shared().fsync(false);

  @Test
  void tellsOfACommitThatNobodyPublished() throws Exception {
    try (RunningPersistence persistence = beacon(POSTGRES.newDatabase(), "5s")) {
      Queue<Heads> told = listen(persistence);
      People people = new People(persistence);
      UserId owner = people.account();
      ConversationId room = people.room(owner);
      long head = people.say(owner, room, "never announced").message().changed();
      Eventually.holds(
          "the head is told", () -> mentioned(told).contains(new FeedHead(FeedId.of(room), head)));
    }
  }

  @Test
  void tellsAlsoWhenNothingChangedAndForgetsWhatIsOld() throws Exception {
    try (RunningPersistence persistence = beacon(POSTGRES.newDatabase(), "100ms")) {
      Queue<Heads> told = listen(persistence);
      new People(persistence).room();
      Eventually.holds("a change is told", () -> !mentioned(told).isEmpty());
      Eventually.holds(
          "silence is told", () -> told.stream().reduce((a, b) -> b).get().heads().isEmpty());
    }
  }

  @Test
  void isToldOnceHoweverManyProcessesRun() throws Exception {
    String uri = POSTGRES.newDatabase();
    try (RunningPersistence one = beacon(uri, "5s");
        RunningPersistence two = beacon(uri, "5s");
        RunningPersistence three = beacon(uri, "5s")) {
      List<Queue<Heads>> told = new ArrayList<>();
      long start = System.nanoTime();
      for (RunningPersistence persistence : List.of(one, two, three)) {
        told.add(listen(persistence));
      }
      Eventually.holds("thirty beacons", () -> told.stream().mapToInt(Queue::size).sum() >= 30);
      int count = told.stream().mapToInt(Queue::size).sum();
      long elapsedMs = (System.nanoTime() - start) / 1_000_000;
      long most = elapsedMs * 10 / (PERIOD_MS * 9) + 1;
      assertTrue(count <= most, count + " beacons in " + elapsedMs + " ms");
    }
  }

  @Test
  void tellsManyFeedsInChunks() throws Exception {
    String uri = POSTGRES.newDatabase();
    try (RunningPersistence persistence = beacon(uri, "5s");
        Probe probe = new Probe(uri)) {
      Queue<Heads> told = listen(persistence);
      probe.run(
          """
          with made as (
            insert into feed (id, kind, head)
            select gen_random_uuid(), 'conversation', 7 from generate_series(1, 12500)
            returning id
          )
          insert into feed_change (feed, head) select id, 7 from made
          """);
      Eventually.holds("all are told", () -> mentioned(told).size() >= 12_500);
      assertTrue(told.stream().anyMatch(heads -> heads.heads().size() == Heads.MAX));
    }
  }

  @Test
  void prunesOldChangesAndKeepsYoungOnes() throws Exception {
    String uri = POSTGRES.newDatabase();
    try (RunningPersistence persistence = beacon(uri, "5s");
        Probe probe = new Probe(uri)) {
      new People(persistence).room();
      long young = probe.number("select count(*) from feed_change");
      probe.run(
          "insert into feed_change (feed, head, at) select gen_random_uuid(), 1,"
              + " now() - interval '1 hour' from generate_series(1, 25000)");
      Eventually.holds(
          "what is old is gone",
          () ->
              probe.number(
                      "select count(*) from feed_change where at < now() - interval '30 minutes'")
                  == 0);
      assertEquals(young, probe.number("select count(*) from feed_change"));
    }
  }

  @Test
  void goesOnAfterTheClockWasSetBack() throws Exception {
    String uri = POSTGRES.newDatabase();
    try (RunningPersistence persistence = beacon(uri, "5s");
        Probe probe = new Probe(uri)) {
      Queue<Heads> told = listen(persistence);
      probe.run("update beacon set told_at = now() + interval '1 hour'");
      int before = told.size();
      Eventually.holds("beacons go on", () -> told.size() > before + 1);
    }
  }

  private static RunningPersistence beacon(String uri, String statementTimeout) {
    return RunningPersistence.on(
        uri,
        Map.of(
            "persistence.beaconPeriod",
            PERIOD_MS + "ms",
            "postgres.statementTimeout",
            statementTimeout,
            "postgres.lockTimeout",
            "100ms"));
  }

  private static Queue<Heads> listen(RunningPersistence persistence) {
    Queue<Heads> told = new ConcurrentLinkedQueue<>();
    RunningPersistence.await(persistence.bus().listen(FeedOperations.HEADS, told::add));
    return told;
  }

  private static Set<FeedHead> mentioned(Queue<Heads> told) {
    Set<FeedHead> heads = new HashSet<>();
    told.forEach(beacon -> heads.addAll(beacon.heads()));
    return heads;
  }
}
