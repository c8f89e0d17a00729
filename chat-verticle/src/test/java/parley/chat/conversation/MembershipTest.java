package parley.chat.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Policy;
import parley.contract.conversation.Role;
import parley.contract.conversation.Standing;

class MembershipTest {
  @Test
  void whoBelongsToAConversationIsAMemberOfThatMoment() {
    Standing standing =
        new Standing(ConversationKind.ROOM, MemberState.JOINED, Role.OWNER, Policy.OPEN, 0, 7, 41);
    assertEquals(new Membership(Role.OWNER, Policy.OPEN, 0, 7, 41), Membership.of(standing));
  }

  @ParameterizedTest
  @NullSource
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JOINED")
  void nobodyElseIs(MemberState state) {
    Standing standing =
        new Standing(ConversationKind.ROOM, state, Role.OWNER, Policy.OPEN, 0, 7, 41);
    BusFailure failure = assertThrows(BusFailure.class, () -> Membership.of(standing));
    assertEquals(FailureCode.NOT_A_MEMBER, failure.code());
  }
}
