package parley.chat.presence;

import io.vertx.core.Future;
import parley.bus.Handling;
import parley.chat.relation.Acquaintance;
import parley.chat.relation.Reachability;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.feed.Subscribe;
import parley.contract.feed.Subscription;
import parley.contract.id.UserId;
import parley.contract.relation.Bond;

/** Answers {@code chat.presence.authorise}; what cannot be an account is not reachable either. */
final class AuthorisePresenceHandler implements Handling<Subscribe, Subscription> {
  private final Acquaintance acquaintance;

  AuthorisePresenceHandler(Acquaintance acquaintance) {
    this.acquaintance = acquaintance;
  }

  @Override
  public Future<Subscription> handle(Subscribe request, Caller caller) {
    UserId viewer = caller.user();
    return acquaintance.with(account(request.id()), caller).map(bond -> authorised(viewer, bond));
  }

  private static Subscription authorised(UserId viewer, Bond bond) {
    if (bond == null || !Reachability.maySeePresence(viewer, bond)) {
      throw BusFailure.of(FailureCode.NOT_REACHABLE);
    }
    return new Subscription(null);
  }

  private static UserId account(String id) {
    try {
      return UserId.of(id);
    } catch (BusFailure malformed) {
      throw BusFailure.of(FailureCode.NOT_REACHABLE);
    }
  }
}
