package parley.persistence.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.contract.conversation.MemberState.JOINED;
import static parley.contract.conversation.MemberState.LEFT;
import static parley.contract.conversation.MemberState.REMOVED;
import static parley.contract.conversation.Role.MEMBER;
import static parley.contract.conversation.Role.OWNER;
import static parley.persistence.conversation.MembershipStep.BEGIN;
import static parley.persistence.conversation.MembershipStep.END;
import static parley.persistence.conversation.MembershipStep.NOTHING;
import static parley.persistence.conversation.MembershipStep.ROLE;
import static parley.persistence.conversation.MembershipStep.between;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.id.UserId;

class MembershipStepTest {
  @Test
  void beginsForWhoeverDoesNotBelong() {
    assertEquals(BEGIN, between(null, JOINED));
    assertEquals(BEGIN, between(LEFT, JOINED));
    assertEquals(BEGIN, between(REMOVED, JOINED));
  }

  @Test
  void endsWhatThereIs() {
    assertEquals(END, between(JOINED, LEFT));
    assertEquals(END, between(JOINED, REMOVED));
    assertEquals(END, between(LEFT, REMOVED));
  }

  @Test
  void changesNothingWhereNothingCanChange() {
    assertEquals(NOTHING, between(JOINED, JOINED));
    assertEquals(NOTHING, between(null, LEFT));
    assertEquals(NOTHING, between(LEFT, LEFT));
    assertEquals(NOTHING, between(REMOVED, LEFT), "leaving does not undo a removal");
    assertEquals(NOTHING, between(REMOVED, REMOVED));
    assertEquals(NOTHING, between(null, REMOVED));
  }

  @Test
  void anotherRoleIsAChangeOnlyWhereAMembershipGoesOn() {
    assertEquals(ROLE, at(JOINED, MEMBER, JOINED, OWNER));
    assertEquals(NOTHING, at(JOINED, OWNER, JOINED, OWNER));
    assertEquals(NOTHING, at(JOINED, OWNER, JOINED, null));
    assertEquals(BEGIN, at(LEFT, MEMBER, JOINED, OWNER));
    assertEquals(END, at(JOINED, OWNER, LEFT, null));
  }

  private static MembershipStep at(MemberState now, Role as, MemberState wanted, Role role) {
    UserId account = new UserId(new UUID(1, 2));
    Seat seat = new Seat(account, null, now, as, 0, 1);
    return MembershipStep.at(seat, new Wanted(account, wanted, role));
  }
}
