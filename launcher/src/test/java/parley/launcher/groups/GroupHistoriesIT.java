package parley.launcher.groups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.contract.feed.FeedId;
import parley.contract.feed.Range;
import parley.contract.id.UserId;
import parley.testkit.servers.PostgresExtension;

/**
 * Random histories of a group over two chats and two persistences: what was announced is what a
 * fresh reader reads, an owner is there at every number until everybody has left, which is the end,
 * and nobody wrote who by then did not belong to it, only read, or had to wait. A failing history
 * is named by its seed.
 */
class GroupHistoriesIT {
  @RegisterExtension
  static final PostgresExtension POSTGRES = PostgresExtension.shared().fsync(false);

  private static final int STEPS = 100;

  private static GroupRig rig;

  @BeforeAll
  static void start() {
    rig = new GroupRig(POSTGRES.uri());
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  static Stream<Long> seeds() {
    return Stream.of(1L, 2L, 3L, System.nanoTime());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nobodyDoesWhatTheRightsOfThatNumberForbid(long seed) {
    Random random = new Random(seed);
    GroupHistory history = new GroupHistory(rig, random);
    for (int step = 0; step < STEPS; step++) {
      history.step();
    }
    history.disperse();
    FeedId feed = FeedId.of(history.group);
    List<Range> pages = rig.read(feed, 1 + random.nextInt(20));
    Witness witness = Witness.of(rig.heard(feed, head(pages)));
    assertEquals(Witness.copyOf(pages), witness.items());
    assertTrue(witness.messages() > 0, "somebody has written");
    assertTrue(witness.closed(), "everybody has left");
    history.people.forEach(GroupHistoriesIT::knowsTheSame);
  }

  private static void knowsTheSame(UserId account) {
    FeedId own = FeedId.of(account);
    List<Range> pages = rig.read(own, 7);
    assertEquals(
        Witness.copyOf(pages), Witness.copyOf(rig.heard(own, head(pages))), own.toString());
  }

  private static long head(List<Range> pages) {
    return pages.get(pages.size() - 1).through();
  }
}
