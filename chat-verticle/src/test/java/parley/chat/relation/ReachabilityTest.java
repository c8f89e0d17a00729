package parley.chat.relation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.conversation.StoreDirect;
import parley.contract.id.UserId;

class ReachabilityTest {
  private static final UserId ADA = UserId.of("0191b5a0-0000-7000-8000-0000000000a1");
  private static final UserId GRACE = UserId.of("0191b5a0-0000-7000-8000-0000000000a2");

  @Test
  void anybodyReachesAnybodyElse() {
    assertEquals(new StoreDirect(ADA, GRACE), Reachability.mayOpenDirect(ADA, GRACE));
    assertEquals(new StoreDirect(GRACE, ADA), Reachability.mayOpenDirect(GRACE, ADA));
  }

  @Test
  void nobodyReachesOneself() {
    BusFailure failure = assertThrows(BusFailure.class, () -> Reachability.mayOpenDirect(ADA, ADA));
    assertEquals(FailureCode.NOT_REACHABLE, failure.code());
  }
}
