package parley.persistence.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.account.AccountOperations.DELETE_ACCOUNT;
import static parley.contract.presence.PresenceOperations.LIST_APPEARANCES;
import static parley.contract.presence.PresenceOperations.READ_APPEARANCES;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.account.DeleteAccount;
import parley.contract.account.SettingsOperations;
import parley.contract.account.SettingsStored;
import parley.contract.account.StoreSettings;
import parley.contract.feed.SettingsItem;
import parley.contract.id.UserId;
import parley.contract.presence.Appearance;
import parley.contract.presence.ListAppearances;
import parley.contract.presence.PresenceMode;
import parley.contract.presence.ReadAppearances;
import parley.contract.relation.OpenTo;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;

/** How people want to appear to others. */
class AppearanceIT {
  @RegisterExtension static final PersistenceExtension PERSISTENCE = PersistenceExtension.fresh();

  private final People people = PERSISTENCE.people();
  private final UserId ada = people.account();
  private final UserId grace = people.account();

  @Test
  void aChoiceIsKeptAndLeavesTheOthersAlone() {
    store(ada, OpenTo.ROOMS, null);
    SettingsStored stored = store(ada, null, PresenceMode.BUSY);
    SettingsItem both = new SettingsItem(2, OpenTo.ROOMS, PresenceMode.BUSY, false);
    assertEquals(both, stored.settings().settings());
    assertEquals(List.of(both), stored.ranges().get(0).items());
    assertEquals(List.of(), store(ada, null, PresenceMode.BUSY).ranges(), "nothing is new");
    assertEquals(
        new SettingsItem(3, OpenTo.FRIENDS, PresenceMode.BUSY, false),
        store(ada, OpenTo.FRIENDS, null).settings().settings());
  }

  @Test
  void gatewaysLearnHowThoseAppearForWhomTheyAsk() {
    store(ada, null, PresenceMode.INVISIBLE);
    UserId nobody = new UserId(UUID.randomUUID());
    assertEquals(
        Set.of(
            new Appearance(ada, PresenceMode.INVISIBLE, false, 1),
            new Appearance(grace, PresenceMode.AUTO, false, 0)),
        Set.copyOf(
            PERSISTENCE
                .ask(READ_APPEARANCES, new ReadAppearances(List.of(ada, grace, nobody)))
                .appearances()));
  }

  @Test
  void gatewaysLearnWhoChoseLately() {
    store(ada, null, PresenceMode.INVISIBLE);
    store(grace, OpenTo.ROOMS, null);
    assertTrue(chosen(60_000).contains(new Appearance(ada, PresenceMode.INVISIBLE, false, 1)));
    assertFalse(chosen(60_000).stream().anyMatch(one -> one.account().equals(grace)));
    assertEquals(List.of(), chosen(0));
    store(ada, null, PresenceMode.AUTO);
    assertEquals(new Appearance(ada, PresenceMode.AUTO, false, 2), chosen(60_000).get(0));
  }

  @Test
  void whetherSomebodySharesIsKeptBesideTheRestAndToldLikeIt() {
    store(ada, null, PresenceMode.INVISIBLE);
    assertFalse(share(ada, false), "nobody shares before choosing so");
    assertTrue(share(ada, true));
    assertEquals(new Appearance(ada, PresenceMode.INVISIBLE, true, 2), chosen(60_000).get(0));
    store(ada, OpenTo.ROOMS, null);
    assertEquals(
        new SettingsItem(4, OpenTo.ROOMS, PresenceMode.BUSY, true),
        store(ada, null, PresenceMode.BUSY).settings().settings());
    assertFalse(share(ada, false));
    assertEquals(new Appearance(ada, PresenceMode.BUSY, false, 5), chosen(60_000).get(0));
  }

  @Test
  void whoeverIsDeletedSharesNoMore() {
    share(ada, true);
    PERSISTENCE.ask(DELETE_ACCOUNT, new DeleteAccount(ada, "$argon2id$x"));
    Appearance none = new Appearance(ada, PresenceMode.AUTO, false, 2);
    assertEquals(none, chosen(60_000).get(0));
    assertEquals(
        List.of(none),
        PERSISTENCE.ask(READ_APPEARANCES, new ReadAppearances(List.of(ada))).appearances());
  }

  private static boolean share(UserId account, boolean shares) {
    return PERSISTENCE
        .ask(SettingsOperations.STORE_SETTINGS, new StoreSettings(account, null, null, shares))
        .settings()
        .settings()
        .sharesLastSeen();
  }

  private static List<Appearance> chosen(long withinMs) {
    return PERSISTENCE.ask(LIST_APPEARANCES, new ListAppearances(withinMs)).appearances();
  }

  private static SettingsStored store(UserId account, OpenTo openTo, PresenceMode mode) {
    return PERSISTENCE.ask(
        SettingsOperations.STORE_SETTINGS, new StoreSettings(account, openTo, mode, null));
  }
}
