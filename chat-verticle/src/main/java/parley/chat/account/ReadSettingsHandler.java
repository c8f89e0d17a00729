package parley.chat.account;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.account.FindSettings;
import parley.contract.account.ReadSettings;
import parley.contract.account.Settings;
import parley.contract.account.SettingsOperations;

/** Answers {@code chat.settings.read}: the caller's own settings and nobody else's. */
final class ReadSettingsHandler implements Handling<ReadSettings, Settings> {
  private final BusClient bus;

  ReadSettingsHandler(BusClient bus) {
    this.bus = bus;
  }

  @Override
  public Future<Settings> handle(ReadSettings request, Caller caller) {
    return bus.request(SettingsOperations.FIND_SETTINGS, new FindSettings(caller.user()), caller);
  }
}
