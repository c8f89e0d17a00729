package parley.persistence.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.contract.account.AccountOperations.FIND_CREDENTIALS;
import static parley.contract.account.AccountOperations.PROFILES_READ;
import static parley.contract.account.AccountOperations.STORE_ACCOUNT;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.account.AccountStored;
import parley.contract.account.Credentials;
import parley.contract.account.FindCredentials;
import parley.contract.account.Profile;
import parley.contract.account.ReadProfiles;
import parley.contract.account.StoreAccount;
import parley.contract.feed.FeedId;
import parley.contract.id.UserId;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;
import parley.persistence.RunningPersistence;

class AccountIT {
  @RegisterExtension static final PersistenceExtension PERSISTENCE = PersistenceExtension.fresh();

  @Test
  void storesAnAccountWithItsFeed() {
    UserId id = new UserId(UUID.randomUUID());
    StoreAccount request = new StoreAccount(id, "ada", "ada", "Ada L.", "$argon2id$hash");
    Profile profile = new Profile(id, "ada", "Ada L.");
    assertEquals(new AccountStored(profile), PERSISTENCE.ask(STORE_ACCOUNT, request));
    assertEquals(0, PERSISTENCE.people().read(FeedId.of(id), 0, 10).through());
    assertEquals(
        new Credentials(profile, "$argon2id$hash"),
        PERSISTENCE.ask(FIND_CREDENTIALS, new FindCredentials("ada")));
  }

  @Test
  void changesNothingWhenRepeated() {
    UserId id = new UserId(UUID.randomUUID());
    AccountStored first =
        PERSISTENCE.ask(STORE_ACCOUNT, new StoreAccount(id, "bo", "bo", "Bo", "$hash"));
    AccountStored second =
        PERSISTENCE.ask(STORE_ACCOUNT, new StoreAccount(id, "other", "other", "Other", "$other"));
    assertEquals(first, second);
    assertEquals(
        FailureCode.NOT_FOUND, PERSISTENCE.refusal(FIND_CREDENTIALS, new FindCredentials("other")));
  }

  @Test
  void refusesTakenNamesAndLookAlikes() {
    UserId first = new UserId(UUID.randomUUID());
    PERSISTENCE.ask(STORE_ACCOUNT, new StoreAccount(first, "paypal", "paypal", "P", "$h"));
    UserId second = new UserId(UUID.randomUUID());
    assertEquals(
        FailureCode.NAME_TAKEN,
        PERSISTENCE.refusal(
            STORE_ACCOUNT, new StoreAccount(second, "paypal", "another", "P", "$h")));
    assertEquals(
        FailureCode.NAME_TAKEN,
        PERSISTENCE.refusal(
            STORE_ACCOUNT, new StoreAccount(second, "pаypаl", "paypal", "P", "$h")));
    PERSISTENCE.ask(STORE_ACCOUNT, new StoreAccount(second, "free", "free", "P", "$h"));
  }

  @Test
  void refusesTheIdOfAConversation() {
    UUID room = PERSISTENCE.people().room().value();
    assertEquals(
        FailureCode.FORBIDDEN,
        PERSISTENCE.refusal(
            STORE_ACCOUNT, new StoreAccount(new UserId(room), "odd", "odd", "Odd", "$h")));
  }

  @Test
  void givesANameToOneOfManyWhoAskAtOnce() {
    List<Future<AccountStored>> attempts =
        IntStream.range(0, 16)
            .mapToObj(i -> new StoreAccount(new UserId(UUID.randomUUID()), "sam", "sam", "S", "$h"))
            .map(request -> PERSISTENCE.start(STORE_ACCOUNT, request))
            .toList();
    List<FailureCode> refusals = new ArrayList<>();
    for (Future<AccountStored> attempt : attempts) {
      try {
        RunningPersistence.await(attempt);
      } catch (BusFailure failure) {
        refusals.add(failure.code());
      }
    }
    assertEquals(15, refusals.size());
    assertEquals(Set.of(FailureCode.NAME_TAKEN), Set.copyOf(refusals));
  }

  @Test
  void readsProfilesAndLeavesUnknownOnesOut() {
    People people = PERSISTENCE.people();
    UserId one = people.account();
    UserId two = people.account();
    UserId unknown = new UserId(UUID.randomUUID());
    Set<UserId> found =
        PERSISTENCE
            .ask(PROFILES_READ, new ReadProfiles(List.of(one, unknown, two, one)))
            .profiles()
            .stream()
            .map(Profile::account)
            .collect(Collectors.toSet());
    assertEquals(Set.of(one, two), found);
  }
}
