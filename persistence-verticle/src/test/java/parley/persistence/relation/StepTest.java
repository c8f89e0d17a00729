package parley.persistence.relation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.relation.RelationState.FRIENDS;
import static parley.contract.relation.RelationState.INCOMING;
import static parley.contract.relation.RelationState.NONE;
import static parley.contract.relation.RelationState.OUTGOING;

import org.junit.jupiter.api.Test;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.relation.RelationState;
import parley.contract.relation.RelationStep;

class StepTest {
  private static final long NOW = 1_767_225_600_000L;
  private static final long WEEK = Step.DECLINED_HOLDS.toMillis();
  private static final Sides NOTHING = new Sides(Side.NOTHING, Side.NOTHING);

  @Test
  void askingAndAcceptingMakesFriends() {
    Sides asked = Step.take(RelationStep.REQUEST, NOTHING, "hello", NOW);
    assertEquals(new Side(OUTGOING, false, "hello", NOW, null), asked.mine());
    assertEquals(new Side(INCOMING, false, "hello", NOW, null), asked.theirs());
    Sides friends = Step.take(RelationStep.ACCEPT, turned(asked), null, NOW + 1);
    assertEquals(new Side(FRIENDS, false, null, NOW + 1, null), friends.mine());
    assertEquals(friends.mine(), friends.theirs());
  }

  @Test
  void askingWhoHasAskedMakesFriends() {
    assertEquals(FRIENDS, take(RelationStep.REQUEST, in(INCOMING)).state());
  }

  @Test
  void whatIsSoAlreadyStays() {
    assertStays(RelationStep.REQUEST, OUTGOING, FRIENDS);
    assertStays(RelationStep.ACCEPT, FRIENDS);
    assertStays(RelationStep.DECLINE, NONE, OUTGOING, FRIENDS);
    assertStays(RelationStep.CANCEL, NONE, INCOMING, FRIENDS);
    assertStays(RelationStep.END, NONE, OUTGOING, INCOMING);
    assertStays(RelationStep.UNBLOCK, NONE, OUTGOING, INCOMING, FRIENDS);
    Sides blocked = take(RelationStep.BLOCK, NOTHING);
    assertEquals(blocked, take(RelationStep.BLOCK, blocked));
  }

  @Test
  void nothingIsAcceptedThatWasNotAsked() {
    for (RelationState state : new RelationState[] {NONE, OUTGOING}) {
      assertRefused(FailureCode.NOT_FOUND, RelationStep.ACCEPT, in(state), NOW);
    }
  }

  @Test
  void whoWasDeclinedCannotAskForAWeekButTheOtherCan() {
    Sides declined = turned(Step.take(RelationStep.DECLINE, in(INCOMING), null, NOW));
    assertEquals(NONE, declined.state());
    long before = NOW + WEEK - 1;
    assertRefused(FailureCode.NOT_REACHABLE, RelationStep.REQUEST, declined, before);
    assertEquals(OUTGOING, Step.take(RelationStep.REQUEST, declined, null, NOW + WEEK).state());
    Sides thoughtBetter = Step.take(RelationStep.REQUEST, turned(declined), null, NOW + 1);
    assertEquals(OUTGOING, thoughtBetter.state());
    Sides takenBack = turned(take(RelationStep.CANCEL, thoughtBetter));
    assertEquals(OUTGOING, Step.take(RelationStep.REQUEST, takenBack, null, NOW + 2).state());
  }

  @Test
  void aBlockEndsEverythingAndIsKeptByOneSideAlone() {
    for (RelationState state : RelationState.values()) {
      Sides blocked = take(RelationStep.BLOCK, in(state));
      assertEquals(new Side(NONE, true, null, null, null), blocked.mine());
      assertEquals(Side.NOTHING, blocked.theirs());
      assertRefused(FailureCode.NOT_REACHABLE, RelationStep.REQUEST, blocked, NOW);
      assertRefused(FailureCode.NOT_REACHABLE, RelationStep.REQUEST, turned(blocked), NOW);
      assertEquals(Side.NOTHING, take(RelationStep.UNBLOCK, blocked).mine());
      assertEquals(blocked, turned(take(RelationStep.UNBLOCK, turned(blocked))));
    }
  }

  @Test
  void partsByTheEndOfAFriendshipAndByTheFirstBlock() {
    assertTrue(in(FRIENDS).parts(take(RelationStep.END, in(FRIENDS))));
    assertTrue(NOTHING.parts(take(RelationStep.BLOCK, NOTHING)));
    Sides blocked = take(RelationStep.BLOCK, NOTHING);
    assertFalse(turned(blocked).parts(take(RelationStep.BLOCK, turned(blocked))));
    assertFalse(in(INCOMING).parts(take(RelationStep.DECLINE, in(INCOMING))));
    assertFalse(in(INCOMING).parts(take(RelationStep.ACCEPT, in(INCOMING))));
  }

  private static Sides in(RelationState state) {
    return NOTHING.become(state, null, NOW - 1);
  }

  private static Sides turned(Sides sides) {
    return new Sides(sides.theirs(), sides.mine());
  }

  private static Sides take(RelationStep step, Sides before) {
    return Step.take(step, before, null, NOW);
  }

  private static void assertStays(RelationStep step, RelationState... states) {
    for (RelationState state : states) {
      assertEquals(in(state), take(step, in(state)));
    }
  }

  private static void assertRefused(FailureCode code, RelationStep step, Sides before, long now) {
    assertEquals(
        code, assertThrows(BusFailure.class, () -> Step.take(step, before, null, now)).code());
  }
}
