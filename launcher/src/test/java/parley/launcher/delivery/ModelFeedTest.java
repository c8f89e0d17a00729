package parley.launcher.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelFeedTest {
  private final ModelFeed feed = new ModelFeed(10);

  @Test
  void dropsWhatEndsAtOrBeforeThePosition() {
    assertEquals(List.of(), take(8, 10, item("a", 9)));
    assertEquals(10, feed.position());
    assertNull(feed.copy("a"));
  }

  @Test
  void appliesWhatBeginsAtOrBeforeThePosition() {
    assertEquals(List.of(12L), take(8, 12, item("a", 9), item("b", 12)));
    assertEquals(12, feed.position());
    assertEquals(9, feed.copy("a").changed());
  }

  @Test
  void goesOnWithoutAnItemForEachNumber() {
    assertEquals(List.of(20L), take(10, 20));
    assertEquals(20, feed.position());
  }

  @Test
  void keepsTheNewerCopy() {
    take(10, 12, item("a", 12));
    take(9, 13, item("a", 11), item("b", 13));
    assertEquals(12, feed.copy("a").changed());
  }

  @Test
  void holdsWhatBeginsBehindThePositionUntilTheHoleIsFilled() {
    assertEquals(List.of(), take(13, 14, item("d", 14)));
    assertEquals(List.of(), take(12, 13, item("c", 13)));
    assertTrue(feed.hasHole());
    assertNull(feed.copy("d"));
    assertEquals(List.of(12L, 13L, 14L), take(10, 12, item("a", 11)));
    assertFalse(feed.hasHole());
    assertEquals(14, feed.copy("d").changed());
  }

  @Test
  void forgetsWhatWasHeldAndHasComeOtherwise() {
    take(12, 13, item("c", 13));
    assertEquals(List.of(15L), take(10, 15));
    assertFalse(feed.hasHole());
    assertEquals(15, feed.position());
  }

  @Test
  void holdsNoMoreThanItMayAndKnowsThatSomethingIsMissing() {
    for (long after = 1_000; after > 700; after--) {
      take(after, after + 1, item("x" + after, after + 1));
    }
    take(10, 701);
    assertTrue(feed.position() < 1_001, "the last ones were given up");
    assertTrue(feed.hasHole());
    take(feed.position(), 1_001);
    assertFalse(feed.hasHole());
  }

  private List<Long> take(long after, long through, Note... items) {
    Entry.Heard range =
        new Entry.Heard(0, 1, Entry.Way.LIVE, "feed", after, through, Arrays.asList(items));
    return feed.take(range).stream().map(ModelFeed.Step::position).toList();
  }

  private static Note item(String key, long changed) {
    return new Note(key, changed, "", 0, null);
  }
}
