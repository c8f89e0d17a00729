package parley.gateway.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.bus.Delivery;

class FeedSequenceTest {
  private final FeedSequence sequence = new FeedSequence(10);

  @Test
  void releasesTheNextRangeAtOnce() {
    assertEquals(List.of(range(10, 11)), sequence.offer(range(10, 11)));
    assertEquals(11, sequence.released());
    assertFalse(sequence.hasHole());
  }

  @Test
  void dropsWhatWasReleasedBefore() {
    assertEquals(List.of(), sequence.offer(range(8, 10)));
    assertEquals(10, sequence.released());
  }

  @Test
  void holdsWhatComesTooEarlyUntilTheHoleIsFilled() {
    assertEquals(List.of(), sequence.offer(range(11, 12)));
    assertTrue(sequence.hasHole());
    assertEquals(List.of(range(10, 11), range(11, 12)), sequence.offer(range(10, 11)));
    assertFalse(sequence.hasHole());
  }

  @Test
  void releasesARangeThatOverlapsWhatWasReleased() {
    assertEquals(List.of(range(9, 12)), sequence.offer(range(9, 12)));
    assertEquals(12, sequence.released());
  }

  @Test
  void skipsHeldRangesThatALongerOneCovers() {
    sequence.offer(range(11, 12));
    assertEquals(List.of(range(10, 15)), sequence.offer(range(10, 15)));
    assertFalse(sequence.hasHole());
  }

  @Test
  void knowsOfAHoleAtTheEndWhenItHearsTheHead() {
    sequence.heard(11);
    assertTrue(sequence.hasHole());
    sequence.offer(range(10, 11));
    assertFalse(sequence.hasHole());
  }

  @Test
  void keepsABoundedNumberOfEarlyRangesAndStillKnowsTheHole() {
    for (int i = 0; i < FeedSequence.MAX_HELD + 50; i++) {
      sequence.offer(range(20 + i, 21 + i));
    }
    List<Delivery> released = sequence.offer(range(10, 20));
    assertEquals(1 + FeedSequence.MAX_HELD, released.size());
    assertTrue(sequence.hasHole(), "the dropped ones have to be fetched");
  }

  /** Any order of arrival, with repeats: released contiguously, once, to the end. */
  @Test
  void releasesEveryNumberOnceInOrderWhateverTheOrderOfArrival() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      List<Delivery> arrivals = new ArrayList<>();
      for (long n = 0; n < 40; n++) {
        for (int copy = 0; copy <= random.nextInt(2); copy++) {
          arrivals.add(range(n, n + 1));
        }
      }
      Collections.shuffle(arrivals, random);
      FeedSequence any = new FeedSequence(0);
      List<Long> released = new ArrayList<>();
      arrivals.forEach(range -> any.offer(range).forEach(r -> released.add(r.through())));
      List<Long> expected = new ArrayList<>();
      for (long n = 1; n <= 40; n++) {
        expected.add(n);
      }
      assertEquals(expected, released, "seed " + seed);
    }
  }

  private static Delivery range(long after, long through) {
    return new Delivery("conversation.x.events", after, through, null, "{}");
  }
}
