package parley.launcher.groups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.contract.feed.FeedId;
import parley.contract.feed.Item;
import parley.contract.feed.MembershipItem;
import parley.contract.feed.MessageItem;
import parley.contract.feed.Range;
import parley.contract.id.UserId;
import parley.testkit.servers.PostgresExtension;

/**
 * Random histories of a group over two chats and two persistences: what was announced is what a
 * fresh reader reads, and what a member reads is that from where it is for them; an owner is there
 * at every number until everybody has left, which is the end; and nobody wrote who by then did not
 * belong to it, only read, or had to wait. A failing history is named by its seed.
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
    FeedId feed = FeedId.of(history.group);
    Witness now = Witness.of(rig.heard(feed, head(rig.read(feed, 50))));
    now.members().forEach(account -> seesWhatIsForThem(account, feed, now));
    history.disperse();
    List<Range> pages = rig.read(feed, 1 + random.nextInt(20));
    Witness witness = Witness.of(rig.heard(feed, head(pages)));
    assertEquals(Witness.copyOf(pages), witness.items());
    assertTrue(witness.messages() > 0, "somebody has written");
    assertTrue(witness.closed(), "everybody has left");
    history.people.forEach(GroupHistoriesIT::knowsTheSame);
  }

  /** All of it but the messages from before, if newcomers were not to see them. */
  private static void seesWhatIsForThem(UserId account, FeedId feed, Witness now) {
    long from = now.visibleFrom(account);
    Map<String, Item> expected = new HashMap<>(now.items());
    expected.values().removeIf(one -> one instanceof MessageItem said && said.posted() < from);
    assertEquals(expected, Witness.copyOf(rig.readAs(account, feed, 9)), "from " + from);
    String key = "membership " + feed.conversation();
    MembershipItem told = (MembershipItem) Witness.copyOf(own(account)).get(key);
    assertEquals(from, told.visibleFrom(), account.toString());
  }

  private static List<Range> own(UserId account) {
    FeedId own = FeedId.of(account);
    return rig.heard(own, head(rig.read(own, 50)));
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
