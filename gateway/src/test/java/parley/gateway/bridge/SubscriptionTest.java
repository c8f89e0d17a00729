package parley.gateway.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import parley.gateway.delivery.Channel;

class SubscriptionTest {
  private final Subscription subscription =
      new Subscription(
          new RecordingSocket().socket(1_000), new Listeners(new Channel("x.y.z", null, false)));

  @Test
  void isNotActiveBeforeItIsAuthorised() {
    assertFalse(subscription.active());
  }

  @Test
  void becomesActiveWhenAuthorised() {
    assertTrue(subscription.authorise(10, 0));
    assertTrue(subscription.active());
  }

  @Test
  void isRefusedWhenTheMembershipEndedAfterTheAnswerWasTrue() {
    assertFalse(subscription.removed(11), "a pending entry notices, and stays");
    assertFalse(subscription.authorise(10, 0));
    assertFalse(subscription.active());
  }

  @Test
  void survivesAnEndOfMembershipThatTheAnswerAlreadyKnows() {
    subscription.removed(9);
    assertTrue(subscription.authorise(10, 0));
    assertFalse(subscription.removed(9), "the person has come back since");
    assertTrue(subscription.active());
  }

  @Test
  void hasToGoWhenTheMembershipEndsLater() {
    subscription.authorise(10, 0);
    assertTrue(subscription.removed(11));
  }

  @Test
  void isNotActiveOnceDropped() {
    subscription.authorise(10, 0);
    subscription.drop();
    assertFalse(subscription.active());
    assertTrue(subscription.dropped());
  }

  @Test
  void seesMessagesFromWhereTheNewestAnswerSays() {
    subscription.authorise(10, 8);
    subscription.authorise(9, 0);
    assertEquals(8, subscription.visibleFrom(), "an older answer counts no more");
    subscription.authorise(12, 11);
    assertEquals(11, subscription.visibleFrom());
  }
}
