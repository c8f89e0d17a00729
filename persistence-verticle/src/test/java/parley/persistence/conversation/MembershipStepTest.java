package parley.persistence.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.contract.conversation.MemberState.JOINED;
import static parley.contract.conversation.MemberState.LEFT;
import static parley.contract.conversation.MemberState.REMOVED;
import static parley.persistence.conversation.MembershipStep.BEGIN;
import static parley.persistence.conversation.MembershipStep.END;
import static parley.persistence.conversation.MembershipStep.NOTHING;
import static parley.persistence.conversation.MembershipStep.between;

import org.junit.jupiter.api.Test;

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
}
