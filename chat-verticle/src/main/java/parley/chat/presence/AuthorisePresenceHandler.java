package parley.chat.presence;

import io.vertx.core.Future;
import java.util.List;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.relation.Reachability;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.account.AccountOperations;
import parley.contract.account.Profiles;
import parley.contract.account.ReadProfiles;
import parley.contract.feed.Subscribe;
import parley.contract.feed.Subscription;
import parley.contract.id.UserId;

/** Answers {@code chat.presence.authorise}; what cannot be an account is not reachable either. */
public final class AuthorisePresenceHandler implements Handling<Subscribe, Subscription> {
  private final BusClient bus;

  public AuthorisePresenceHandler(BusClient bus) {
    this.bus = bus;
  }

  @Override
  public Future<Subscription> handle(Subscribe request, Caller caller) {
    UserId viewer = caller.user();
    ReadProfiles question = new ReadProfiles(List.of(account(request.id())));
    return bus.request(AccountOperations.PROFILES_READ, question, caller)
        .map(known -> authorised(viewer, known));
  }

  private static Subscription authorised(UserId viewer, Profiles known) {
    if (Reachability.whosePresence(viewer, known).isEmpty()) {
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
