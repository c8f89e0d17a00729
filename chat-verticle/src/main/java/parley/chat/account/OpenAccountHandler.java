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

/** Answers {@code chat.account.open}: the caller's own choice. */
final class OpenAccountHandler implements Handling<OpenAccount, Settings> {
  private final BusClient bus;

  OpenAccountHandler(BusClient bus) {
    this.bus = bus;
  }

  @Override
  public Future<Settings> handle(OpenAccount request, Caller caller) {
    StoreSettings choice = new StoreSettings(caller.user(), request.to(), null, null);
    return bus.request(SettingsOperations.STORE_SETTINGS, choice, caller).map(this::announced);
  }

  private Settings announced(SettingsStored stored) {
    bus.announce(stored.ranges());
    return stored.settings();
  }
}
