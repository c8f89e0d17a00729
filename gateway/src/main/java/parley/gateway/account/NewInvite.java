package parley.gateway.account;

import java.time.Duration;
import parley.contract.Bounds;
import parley.contract.Doc;
import parley.contract.account.StoreInvite;
import parley.gateway.http.Refusal;

/**
 * Body of an invitation.
 *
 * @param uses how many accounts it admits, 1 to 1,000
 * @param expiresInHours how long it is good, 1 to 8,760
 */
@Doc("Asks for an invitation.")
record NewInvite(
    @Doc("How many accounts it admits.") @Bounds(least = 1, most = StoreInvite.MAX_USES) int uses,
    @Doc("For how many hours it is good.") @Bounds(least = 1, most = MOST_HOURS)
        int expiresInHours) {
  static final int MOST_HOURS = 8_760;

  /** The same, if it is within bounds; 422 naming the field. */
  NewInvite checked() {
    if (uses < 1 || uses > StoreInvite.MAX_USES) {
      throw Refusal.invalid("uses");
    }
    if (expiresInHours < 1 || expiresInHours > MOST_HOURS) {
      throw Refusal.invalid("expiresInHours");
    }
    return this;
  }

  long lifeMs() {
    return Duration.ofHours(expiresInHours).toMillis();
  }
}
