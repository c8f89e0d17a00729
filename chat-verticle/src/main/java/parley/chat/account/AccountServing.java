package parley.chat.account;

import io.vertx.core.Future;
import java.util.List;
import parley.bus.BusClient;
import parley.bus.BusServer;
import parley.contract.account.AccountOperations;
import parley.contract.account.PeopleOperations;
import parley.contract.account.ProfileOperations;
import parley.contract.account.SettingsOperations;

/** Says which handler answers which operation of accounts, profiles and settings. */
public final class AccountServing {
  private AccountServing() {}

  /** Completes when all of them are reachable. */
  public static Future<?> serve(BusServer server, BusClient bus) {
    Appearing appearing = new Appearing(bus);
    return Future.all(
        List.of(
            server.serve(AccountOperations.READ_PROFILES, new ReadProfilesHandler(bus)),
            server.serve(ProfileOperations.CHANGE_PROFILE, new ChangeProfileHandler(bus)),
            server.serve(ProfileOperations.REFRESH_PROFILES, new RefreshProfilesHandler(bus)),
            server.serve(PeopleOperations.SEARCH_PEOPLE, new SearchPeopleHandler(bus)),
            server.serve(SettingsOperations.OPEN_ACCOUNT, new OpenAccountHandler(bus)),
            server.serve(SettingsOperations.APPEAR, new AppearHandler(appearing)),
            server.serve(SettingsOperations.SHARE_LAST_SEEN, new ShareLastSeenHandler(appearing)),
            server.serve(SettingsOperations.READ_SETTINGS, new ReadSettingsHandler(bus))));
  }
}
