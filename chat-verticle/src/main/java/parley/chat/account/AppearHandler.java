package parley.chat.account;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.account.Appear;
import parley.contract.account.Settings;
import parley.contract.account.SettingsOperations;
import parley.contract.account.SettingsStored;
import parley.contract.account.StoreSettings;
import parley.contract.feed.SettingsItem;
import parley.contract.id.UserId;
import parley.contract.presence.Appearance;
import parley.contract.presence.PresenceOperations;

/**
 * Answers {@code chat.account.appear}: the caller's own choice, told to all gateways once
 * committed.
 */
final class AppearHandler implements Handling<Appear, Settings> {
  private final BusClient bus;

  AppearHandler(BusClient bus) {
    this.bus = bus;
  }

  @Override
  public Future<Settings> handle(Appear request, Caller caller) {
    StoreSettings choice = new StoreSettings(caller.user(), null, request.mode());
    return bus.request(SettingsOperations.STORE_SETTINGS, choice, caller)
        .map(stored -> announced(stored, caller.user()));
  }

  private Settings announced(SettingsStored stored, UserId account) {
    bus.announce(stored.ranges());
    SettingsItem chosen = stored.settings().settings();
    bus.tell(
        PresenceOperations.APPEARANCE_CHANGED,
        new Appearance(account, chosen.mode(), chosen.changed()));
    return stored.settings();
  }
}
