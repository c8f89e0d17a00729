package parley.chat.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.JoinRoom;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Policy;
import parley.contract.conversation.Standing;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

class RoomRulesTest {
  private static final ConversationId ROOM =
      ConversationId.of("0191b5a0-0000-7000-8000-0000000000c1");
  private static final UserId ADA = UserId.of("0191b5a0-0000-7000-8000-0000000000a1");

  @Test
  void joiningRestsOnTheRightsThatWereRead() {
    for (MemberState before : new MemberState[] {null, MemberState.LEFT, MemberState.JOINED}) {
      assertEquals(
          new ChangeMembership(ROOM, ADA, MemberState.JOINED, 7),
          RoomRules.join(new JoinRoom(ROOM), ADA, standing(before)));
    }
  }

  @Test
  void whoWasRemovedStaysOut() {
    BusFailure failure =
        assertThrows(
            BusFailure.class,
            () -> RoomRules.join(new JoinRoom(ROOM), ADA, standing(MemberState.REMOVED)));
    assertEquals(FailureCode.FORBIDDEN, failure.code());
  }

  @Test
  void onlyAMembershipThatLastsHasToEnd() {
    assertTrue(RoomRules.mustLeave(standing(MemberState.JOINED)));
    assertFalse(RoomRules.mustLeave(standing(MemberState.LEFT)));
    assertFalse(RoomRules.mustLeave(standing(MemberState.REMOVED)));
    BusFailure failure = assertThrows(BusFailure.class, () -> RoomRules.mustLeave(standing(null)));
    assertEquals(FailureCode.NOT_A_MEMBER, failure.code());
  }

  private static Standing standing(MemberState state) {
    return new Standing(ConversationKind.ROOM, state, null, Policy.OPEN, 0, 7, 41);
  }
}
