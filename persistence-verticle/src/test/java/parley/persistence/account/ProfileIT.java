package parley.persistence.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static parley.contract.account.AccountOperations.PROFILES_READ;
import static parley.contract.account.PeopleOperations.FIND_PEOPLE;
import static parley.contract.account.ProfileOperations.STORE_PROFILE;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.account.ChangeProfile;
import parley.contract.account.FindPeople;
import parley.contract.account.Profile;
import parley.contract.account.ReadProfiles;
import parley.contract.account.SearchPeople;
import parley.contract.account.Status;
import parley.contract.account.StoreProfile;
import parley.contract.id.UserId;
import parley.persistence.PersistenceExtension;

class ProfileIT {
  private static final long FAR = 4_000_000_000_000L;

  @RegisterExtension static final PersistenceExtension PERSISTENCE = PersistenceExtension.fresh();

  private final UserId account = PERSISTENCE.people().account();

  @Test
  void changesAreKeptWholeAndCounted() {
    Status status = new Status("Away", "🌴", FAR);
    Profile changed = store("New Name", status);
    assertEquals(2, changed.version());
    assertEquals("New Name", changed.displayName());
    assertEquals(status, changed.status());
    assertEquals(changed, read());
    assertEquals(changed, store("New Name", status), "a repeat is no change");
    Profile bare = store("New Name", null);
    assertEquals(3, bare.version());
    assertNull(bare.status());
  }

  @Test
  void aStatusThatIsOverIsNotTold() {
    assertNull(store("Name", new Status("Lunch", null, 1_000L)).status());
    assertEquals(
        new Status("Lunch", null, null), store("Name", new Status("Lunch", null, null)).status());
  }

  @Test
  void isFoundByTheNewNameOnly() {
    String first = "w" + UUID.randomUUID().toString().replace("-", "");
    String second = "w" + UUID.randomUUID().toString().replace("-", "");
    store(first, null);
    assertEquals(List.of(account), found(first));
    store(second, null);
    assertEquals(List.of(), found(first));
    assertEquals(List.of(account), found(second));
    assertEquals(List.of(account), found(read().username()), "and by the user name");
  }

  @Test
  void nobodyChangesWhoIsNotThere() {
    StoreProfile request =
        new StoreProfile(new UserId(UUID.randomUUID()), new ChangeProfile("Nobody", null));
    assertEquals(FailureCode.NOT_FOUND, PERSISTENCE.refusal(STORE_PROFILE, request));
  }

  private Profile store(String name, Status status) {
    return PERSISTENCE.ask(
        STORE_PROFILE, new StoreProfile(account, new ChangeProfile(name, status)));
  }

  private Profile read() {
    return PERSISTENCE.ask(PROFILES_READ, new ReadProfiles(List.of(account))).profiles().get(0);
  }

  private static List<UserId> found(String query) {
    UserId reader = new UserId(UUID.randomUUID());
    return PERSISTENCE
        .ask(FIND_PEOPLE, new FindPeople(reader, new SearchPeople(query.substring(0, 30), 20)))
        .profiles()
        .stream()
        .map(Profile::account)
        .toList();
  }
}
