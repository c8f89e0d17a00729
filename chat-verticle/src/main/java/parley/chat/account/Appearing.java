package parley.chat.account;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.account.Settings;
import parley.contract.account.SettingsOperations;
import parley.contract.account.SettingsStored;
import parley.contract.account.StoreSettings;
import parley.contract.feed.SettingsItem;
import parley.contract.id.UserId;
import parley.contract.presence.Appearance;
import parley.contract.presence.PresenceOperations;

/** Keeps a choice of how an account appears, and tells it to all processes once committed. */
final class Appearing {
  private final BusClient bus;

  Appearing(BusClient bus) {
    this.bus = bus;
  }

  Future<Settings> choose(StoreSettings choice, Caller caller) {
    return bus.request(SettingsOperations.STORE_SETTINGS, choice, caller)
        .map(stored -> announced(stored, choice.account()));
  }

  private Settings announced(SettingsStored stored, UserId account) {
    bus.announce(stored.ranges());
    SettingsItem chosen = stored.settings().settings();
    bus.tell(
        PresenceOperations.APPEARANCE_CHANGED,
        new Appearance(account, chosen.mode(), chosen.sharesLastSeen(), chosen.changed()));
    return stored.settings();
  }
}
