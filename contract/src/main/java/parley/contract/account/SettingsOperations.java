package parley.contract.account;

import static parley.contract.Exposure.BROWSER;

import java.util.List;
import parley.contract.CatalogPart;
import parley.contract.Operation;

/** What people choose for their accounts; all their devices hear of it. */
public final class SettingsOperations implements CatalogPart {
  public static final Operation<OpenAccount, Settings> OPEN_ACCOUNT =
      Operation.named("chat.account.open")
          .summary("Choose who may write to the caller.")
          .request(OpenAccount.class)
          .reply(Settings.class)
          .callableFrom(BROWSER);

  /** Takes effect within two seconds, also where what is told of it is lost. */
  public static final Operation<Appear, Settings> APPEAR =
      Operation.named("chat.account.appear")
          .summary("Choose how the caller appears to others: as they are there, busy, invisible.")
          .request(Appear.class)
          .reply(Settings.class)
          .callableFrom(BROWSER);

  /**
   * What was shared is told to nobody any more within two seconds of the end of sharing, also where
   * what is told of it is lost.
   */
  public static final Operation<ShareLastSeen, Settings> SHARE_LAST_SEEN =
      Operation.named("chat.account.share")
          .summary("Choose whether others see when the caller was last here.")
          .request(ShareLastSeen.class)
          .reply(Settings.class)
          .callableFrom(BROWSER);

  public static final Operation<ReadSettings, Settings> READ_SETTINGS =
      Operation.named("chat.settings.read")
          .summary("What the caller has chosen for the account.")
          .request(ReadSettings.class)
          .reply(Settings.class)
          .callableFrom(BROWSER);

  public static final Operation<StoreSettings, SettingsStored> STORE_SETTINGS =
      Operation.named("persistence.settings.store")
          .summary("Keep what was chosen for an account.")
          .request(StoreSettings.class)
          .reply(SettingsStored.class);

  public static final Operation<FindSettings, Settings> FIND_SETTINGS =
      Operation.named("persistence.settings.read")
          .summary("What is chosen for an account.")
          .request(FindSettings.class)
          .reply(Settings.class);

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(
        OPEN_ACCOUNT, APPEAR, SHARE_LAST_SEEN, READ_SETTINGS, STORE_SETTINGS, FIND_SETTINGS);
  }
}
