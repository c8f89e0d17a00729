package parley.chat.account;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.account.OpenAccount;
import parley.contract.account.Settings;
import parley.contract.account.SettingsOperations;
import parley.contract.account.SettingsStored;
import parley.contract.account.StoreSettings;
import parley.contract.relation.OpenTo;
import parley.contract.relation.ReachNarrowed;
import parley.contract.relation.RelationOperations;

/**
 * Answers {@code chat.account.open}: the caller's own choice. Gateways are told of it where fewer
 * people may know of the caller since.
 */
final class OpenAccountHandler implements Handling<OpenAccount, Settings> {
  private final BusClient bus;

  OpenAccountHandler(BusClient bus) {
    this.bus = bus;
  }

  @Override
  public Future<Settings> handle(OpenAccount request, Caller caller) {
    StoreSettings choice = new StoreSettings(caller.user(), request.to(), null, null);
    return bus.request(SettingsOperations.STORE_SETTINGS, choice, caller)
        .map(stored -> announced(stored, request, caller));
  }

  private Settings announced(SettingsStored stored, OpenAccount request, Caller caller) {
    bus.announce(stored.ranges());
    boolean changed = !stored.ranges().isEmpty();
    if (changed && request.to() != OpenTo.EVERYBODY) {
      bus.tell(RelationOperations.REACH_NARROWED, new ReachNarrowed(caller.user()));
    }
    return stored.settings();
  }
}
