package parley.launcher.relations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Item;
import parley.contract.feed.Range;
import parley.contract.feed.ReadFeed;
import parley.contract.feed.RelationItem;
import parley.contract.id.UserId;
import parley.contract.relation.ListRelations;
import parley.contract.relation.RelationOperations;
import parley.contract.relation.RelationPage;
import parley.contract.relation.RelationState;
import parley.testkit.bridge.Await;
import parley.testkit.servers.PostgresExtension;

/**
 * Random histories of three people over two chats and two persistences: what was announced is what
 * a fresh reader reads and what is listed, both sides of each pair agree after every step, and
 * nobody writes or opens a conversation after a block was answered. A failing history is named by
 * its seed.
 */
class RelationHistoriesIT {
  @RegisterExtension
  static final PostgresExtension POSTGRES = PostgresExtension.shared().fsync(false);

  private static final int STEPS = 80;
  private static final int PAGE = 50;

  private static RelationRig rig;

  @BeforeAll
  static void start() {
    rig = new RelationRig(POSTGRES.uri());
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
  void bothSidesAgreeAndNobodyWritesOverABlock(long seed) {
    History history = new History(rig, new Random(seed));
    for (int step = 0; step < STEPS; step++) {
      history.step();
      agree(history.people);
    }
    history.people.forEach(RelationHistoriesIT::knowsTheSame);
    assertTrue(history.sent() > 0, "somebody has written");
  }

  private static void agree(List<UserId> people) {
    Map<UserId, Map<UserId, RelationItem>> sides = new HashMap<>();
    people.forEach(account -> sides.put(account, listed(account)));
    for (UserId one : people) {
      for (UserId other : people) {
        if (!one.equals(other)) {
          assertEquals(
              mirrored(state(sides, one, other)), state(sides, other, one), one + " and " + other);
        }
      }
    }
  }

  private static void knowsTheSame(UserId account) {
    OwnFeed fresh = read(account);
    Await.until(
        "everything was announced",
        () ->
            rig.announcedOf(account).stream().mapToLong(each -> each.through()).max().orElse(0)
                == fresh.position());
    OwnFeed live = OwnFeed.announced(rig.announcedOf(account));
    assertEquals(fresh.position(), live.position());
    assertEquals(fresh.items(), live.items());
    Map<UserId, RelationItem> there =
        fresh.items().values().stream()
            .filter(RelationItem.class::isInstance)
            .map(RelationItem.class::cast)
            .filter(item -> item.blocked() || item.state() != RelationState.NONE)
            .collect(Collectors.toMap(RelationItem::account, item -> item));
    assertEquals(there, listed(account));
  }

  private static OwnFeed read(UserId account) {
    OwnFeed feed = new OwnFeed();
    List<Item> items;
    do {
      ReadFeed question = new ReadFeed(FeedId.of(account), feed.position(), PAGE);
      Range page = Await.get(rig.ask(FeedOperations.READ_FEED, question, account));
      feed.apply(page);
      items = page.items();
    } while (items.size() == PAGE);
    return feed;
  }

  private static Map<UserId, RelationItem> listed(UserId account) {
    RelationPage page =
        Await.get(
            rig.ask(RelationOperations.LIST_RELATIONS, new ListRelations(null, 200), account));
    return page.relations().stream().collect(Collectors.toMap(RelationItem::account, item -> item));
  }

  private static RelationState state(
      Map<UserId, Map<UserId, RelationItem>> sides, UserId one, UserId other) {
    RelationItem item = sides.get(one).get(other);
    return item == null ? RelationState.NONE : item.state();
  }

  private static RelationState mirrored(RelationState state) {
    return switch (state) {
      case OUTGOING -> RelationState.INCOMING;
      case INCOMING -> RelationState.OUTGOING;
      default -> state;
    };
  }
}
