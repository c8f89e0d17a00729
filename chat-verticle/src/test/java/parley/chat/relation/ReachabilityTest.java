package parley.chat.relation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.relation.OpenTo.EVERYBODY;
import static parley.contract.relation.OpenTo.FRIENDS;
import static parley.contract.relation.OpenTo.ROOMS;

import org.junit.jupiter.api.Test;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.conversation.StoreDirect;
import parley.contract.id.UserId;
import parley.contract.relation.Bond;
import parley.contract.relation.OpenTo;

class ReachabilityTest {
  private static final UserId ADA = UserId.of("0191b5a0-0000-7000-8000-0000000000a1");
  private static final UserId GRACE = UserId.of("0191b5a0-0000-7000-8000-0000000000a2");
  private static final boolean[] BOTH = {true, false};

  @Test
  void friendsReachEachOtherWhateverTheyChose() {
    for (OpenTo mine : OpenTo.values()) {
      for (OpenTo theirs : OpenTo.values()) {
        assertReach(true, true, true, new Bond(GRACE, true, false, mine, theirs, false));
      }
    }
  }

  @Test
  void nobodyReachesOverABlock() {
    for (boolean shareRoom : BOTH) {
      for (OpenTo mine : OpenTo.values()) {
        for (OpenTo theirs : OpenTo.values()) {
          assertReach(false, false, false, new Bond(GRACE, false, true, mine, theirs, shareRoom));
          assertReach(false, false, false, new Bond(GRACE, true, true, mine, theirs, shareRoom));
        }
      }
    }
  }

  @Test
  void strangersReachWhoIsOpenToThem() {
    assertReach(false, false, false, strangers(FRIENDS, FRIENDS, false));
    assertReach(true, true, true, strangers(FRIENDS, EVERYBODY, false));
    assertReach(false, false, false, strangers(FRIENDS, ROOMS, false));
    assertReach(true, true, true, strangers(FRIENDS, ROOMS, true));
  }

  @Test
  void whoIsOpenIsWrittenToAndMayAnswerButNotBegin() {
    assertReach(false, true, false, strangers(EVERYBODY, FRIENDS, false));
    assertReach(false, true, true, strangers(ROOMS, FRIENDS, true));
    assertReach(false, false, false, strangers(ROOMS, FRIENDS, false));
  }

  @Test
  void inARoomPeopleSeeEachOther() {
    assertReach(false, false, true, strangers(FRIENDS, FRIENDS, true));
  }

  @Test
  void nobodyReachesOneselfButSeesOneself() {
    Bond self = new Bond(ADA, false, false, EVERYBODY, EVERYBODY, true);
    assertRefused(() -> Reachability.mayOpenDirect(ADA, ADA, self));
    assertRefused(() -> Reachability.mayInvite(ADA, ADA, self));
    assertTrue(
        Reachability.maySeePresence(ADA, new Bond(ADA, false, false, FRIENDS, FRIENDS, false)));
  }

  @Test
  void whoDoesNotExistIsNotReachable() {
    assertRefused(() -> Reachability.mayOpenDirect(ADA, GRACE, null));
    assertRefused(() -> Reachability.mayInvite(ADA, GRACE, null));
    assertRefused(() -> Reachability.requireWriting(null));
  }

  private static Bond strangers(OpenTo mine, OpenTo theirs, boolean shareRoom) {
    return new Bond(GRACE, false, false, mine, theirs, shareRoom);
  }

  private static void assertReach(boolean opens, boolean writes, boolean sees, Bond bond) {
    if (opens) {
      assertEquals(new StoreDirect(ADA, GRACE), Reachability.mayOpenDirect(ADA, GRACE, bond));
      assertEquals(GRACE, Reachability.mayInvite(ADA, GRACE, bond));
    } else {
      assertRefused(() -> Reachability.mayOpenDirect(ADA, GRACE, bond));
      assertRefused(() -> Reachability.mayInvite(ADA, GRACE, bond));
    }
    if (writes) {
      Reachability.requireWriting(bond);
    } else {
      assertRefused(() -> Reachability.requireWriting(bond));
    }
    assertEquals(sees, Reachability.maySeePresence(ADA, bond), bond.toString());
    assertFalse(bond.blocked() && sees);
  }

  private static void assertRefused(Runnable asked) {
    try {
      asked.run();
    } catch (BusFailure failure) {
      assertEquals(FailureCode.NOT_REACHABLE, failure.code());
      return;
    }
    throw new AssertionError("not refused");
  }
}
