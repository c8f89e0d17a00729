package parley.chat.presence;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.relation.Reachability;
import parley.contract.Caller;
import parley.contract.account.AccountOperations;
import parley.contract.account.ReadProfiles;
import parley.contract.id.UserId;
import parley.contract.presence.SelectVisible;
import parley.contract.presence.VisibleAccounts;

/** Answers {@code chat.presence.select}. */
public final class SelectVisibleHandler implements Handling<SelectVisible, VisibleAccounts> {
  private final BusClient bus;

  public SelectVisibleHandler(BusClient bus) {
    this.bus = bus;
  }

  @Override
  public Future<VisibleAccounts> handle(SelectVisible request, Caller caller) {
    UserId viewer = caller.user();
    return bus.request(
            AccountOperations.PROFILES_READ, new ReadProfiles(request.accounts()), caller)
        .map(known -> new VisibleAccounts(Reachability.whosePresence(viewer, known)));
  }
}
