package parley.presence.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.contract.id.GatewayId;
import parley.contract.id.UserId;
import parley.contract.presence.Presence;
import parley.contract.presence.PresenceChange;
import parley.contract.presence.PresenceChanged;
import parley.contract.presence.PresenceState;

class GatheringTest {
  private static final long PERIOD = 250;

  private final GatewayId one = new GatewayId(UUID.randomUUID());
  private final GatewayId other = new GatewayId(UUID.randomUUID());
  private final UserId ada = new UserId(UUID.randomUUID());
  private final List<GatewayId> told = new ArrayList<>();
  private final List<PresenceChanged> left = new ArrayList<>();
  private final Gathering gathering =
      new Gathering(
          PERIOD,
          (gateway, changed) -> {
            told.add(gateway);
            left.add(changed);
          });

  @Test
  void leavesAPeriodAfterTheFirstChangeAndNotEarlier() {
    gathering.add(one, online(ada, 1), 1_000);
    gathering.add(one, online(new UserId(UUID.randomUUID()), 2), 1_249);
    assertEquals(OptionalLong.of(1), gathering.patience(1_249));
    gathering.leave(1_249);
    assertEquals(List.of(), left);
    gathering.leave(1_250);
    assertEquals(List.of(2), sizes());
    assertEquals(OptionalLong.empty(), gathering.patience(1_250));
  }

  @Test
  void eachGatewayWaitsForItself() {
    gathering.add(one, online(ada, 1), 0);
    gathering.add(other, online(ada, 1), 100);
    gathering.leave(PERIOD);
    assertEquals(List.of(one), told);
    assertEquals(OptionalLong.of(100), gathering.patience(PERIOD));
    gathering.leave(PERIOD + 100);
    assertEquals(List.of(one, other), told);
  }

  @Test
  void ofOneAccountOnlyTheNewestLeavesInWhicheverOrderTheyCame() {
    PresenceChange newest = change(ada, PresenceState.OFFLINE, 7);
    gathering.add(one, online(ada, 3), 0);
    gathering.add(one, newest, 1);
    gathering.add(one, online(ada, 5), 2);
    gathering.leave(PERIOD);
    assertEquals(List.of(new PresenceChanged(List.of(newest))), left);
  }

  @Test
  void twoChangesOfOneMomentCountInTheirOrder() {
    PresenceChange later = change(ada, PresenceState.OFFLINE, 3);
    gathering.add(one, online(ada, 3), 0);
    gathering.add(one, later, 0);
    gathering.leaveAll();
    assertEquals(List.of(new PresenceChanged(List.of(later))), left);
  }

  @Test
  void aFullMessageLeavesAtOnceAndTheRestWaitsAnew() {
    for (int i = 0; i < PresenceChanged.MAX + 1; i++) {
      gathering.add(one, online(new UserId(UUID.randomUUID()), i), i);
    }
    assertEquals(List.of(PresenceChanged.MAX), sizes());
    assertEquals(OptionalLong.of(PERIOD), gathering.patience(PresenceChanged.MAX));
  }

  @Test
  void everythingLeavesAtTheEnd() {
    gathering.add(one, online(ada, 1), 0);
    gathering.add(other, online(ada, 1), 0);
    gathering.leaveAll();
    assertEquals(List.of(one, other), told);
    assertEquals(OptionalLong.empty(), gathering.patience(0));
  }

  private List<Integer> sizes() {
    return left.stream().map(changed -> changed.changes().size()).toList();
  }

  private static PresenceChange online(UserId account, long at) {
    return change(account, PresenceState.ONLINE, at);
  }

  private static PresenceChange change(UserId account, PresenceState state, long at) {
    return new PresenceChange(new Presence(account, state), at);
  }
}
