package parley.gateway.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.bus.Delivery;
import parley.contract.feed.Range;
import parley.contract.id.UserId;

class GatheringTest {
  private static final long PERIOD = 15;
  private final List<List<Delivery>> left = new ArrayList<>();
  private final Gathering gathering = new Gathering(PERIOD, 0, left::add);

  @Test
  void anIdleFeedsChangeLeavesAtOnce() {
    assertFalse(gathering.add(range(0, "a"), 0));
    assertEquals(1, left.size());
  }

  @Test
  void whatComesWithinAPeriodLeavesTogether() {
    gathering.add(range(0, "a"), 0);
    assertTrue(gathering.add(range(1, "b"), 5));
    assertTrue(gathering.add(range(2, "c"), 10));
    gathering.leave(15);
    assertEquals(List.of(1, 2), left.stream().map(List::size).toList());
  }

  @Test
  void nothingIsJoinedBehindTheEndOfAMembership() {
    UserId removed = UserId.of("00000000-0000-7000-8000-000000000001");
    gathering.add(range(0, "a"), 0);
    gathering.add(range(1, "b"), 1);
    gathering.add(new Delivery("conversation.x.events", 2, 3, removed, "c"), 2);
    gathering.add(range(3, "d"), 3);
    gathering.leave(15);
    assertEquals(List.of(1, 2, 1), left.stream().map(List::size).toList());
    assertEquals(removed, left.get(1).get(1).removed());
  }

  @Test
  void aRangeThatRepeatsWhatWaitsBeginsAFrameOfItsOwn() {
    gathering.add(range(0, "a"), 0);
    gathering.add(range(1, "b"), 1);
    gathering.add(new Delivery("conversation.x.events", 1, 3, null, "b,c"), 2);
    gathering.add(range(3, "d"), 3);
    gathering.leave(15);
    assertEquals(List.of(1, 1, 2), left.stream().map(List::size).toList());
    assertEquals("b,c", left.get(2).get(0).json());
  }

  @Test
  void aFrameStaysBelowItsBound() {
    String big = "x".repeat(Gathering.MAX_UNITS / 2);
    gathering.add(range(0, "a"), 0);
    gathering.add(range(1, big), 1);
    gathering.add(range(2, big), 2);
    gathering.add(range(3, big), 3);
    gathering.leave(15);
    assertEquals(List.of(1, 2, 1), left.stream().map(List::size).toList());
  }

  @Test
  void aFrameHoldsNoMoreItemsThanARangeMay() {
    gathering.add(range(0, "a"), 0);
    for (long after = 1; after <= Range.MAX_ITEMS + 50; after++) {
      gathering.add(range(after, "b"), 1);
    }
    gathering.leave(15);
    assertEquals(List.of(1, Range.MAX_ITEMS, 50), left.stream().map(List::size).toList());
  }

  @Test
  void unnumberedEventsAreNeverJoined() {
    gathering.add(event("a"), 0);
    gathering.add(event("b"), 1);
    assertEquals(List.of(1, 1), left.stream().map(List::size).toList());
  }

  private static Delivery range(long after, String json) {
    return new Delivery("conversation.x.events", after, after + 1, null, json);
  }

  private static Delivery event(String json) {
    return new Delivery("weather.x.events", Delivery.UNNUMBERED, Delivery.UNNUMBERED, null, json);
  }
}
