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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
import parley.persistence.RunningPersistence;
import parley.testkit.servers.PostgresExtension;

class AccountIT {
  @RegisterExtension
  static final PostgresExtension POSTGRES = PostgresExtension.shared().fsync(false);

  private static RunningPersistence persistence;

  @BeforeAll
  static void start() {
    persistence = RunningPersistence.on(POSTGRES.uri());
  }

  @AfterAll
  static void stop() {
    persistence.close();
  }

  @Test
  void storesAnAccountWithItsFeed() {
    UserId id = new UserId(UUID.randomUUID());
    StoreAccount request = new StoreAccount(id, "ada", "ada", "Ada L.", "$argon2id$hash");
    Profile profile = new Profile(id, "ada", "Ada L.");
    assertEquals(new AccountStored(profile), persistence.ask(STORE_ACCOUNT, request));
    assertEquals(0, new People(persistence).read(FeedId.of(id), 0, 10).through());
    assertEquals(
        new Credentials(profile, "$argon2id$hash"),
        persistence.ask(FIND_CREDENTIALS, new FindCredentials("ada")));
  }

  @Test
  void changesNothingWhenRepeated() {
    UserId id = new UserId(UUID.randomUUID());
    AccountStored first =
        persistence.ask(STORE_ACCOUNT, new StoreAccount(id, "bo", "bo", "Bo", "$hash"));
    AccountStored second =
        persistence.ask(STORE_ACCOUNT, new StoreAccount(id, "other", "other", "Other", "$other"));
    assertEquals(first, second);
    assertEquals(
        FailureCode.NOT_FOUND, persistence.refusal(FIND_CREDENTIALS, new FindCredentials("other")));
  }

  @Test
  void refusesTakenNamesAndLookAlikes() {
    UserId first = new UserId(UUID.randomUUID());
    persistence.ask(STORE_ACCOUNT, new StoreAccount(first, "paypal", "paypal", "P", "$h"));
    UserId second = new UserId(UUID.randomUUID());
    assertEquals(
        FailureCode.NAME_TAKEN,
        persistence.refusal(
            STORE_ACCOUNT, new StoreAccount(second, "paypal", "another", "P", "$h")));
    assertEquals(
        FailureCode.NAME_TAKEN,
        persistence.refusal(
            STORE_ACCOUNT, new StoreAccount(second, "pаypаl", "paypal", "P", "$h")));
    persistence.ask(STORE_ACCOUNT, new StoreAccount(second, "free", "free", "P", "$h"));
  }

  @Test
  void refusesTheIdOfAConversation() {
    UUID room = new People(persistence).room().value();
    assertEquals(
        FailureCode.FORBIDDEN,
        persistence.refusal(
            STORE_ACCOUNT, new StoreAccount(new UserId(room), "odd", "odd", "Odd", "$h")));
  }

  @Test
  void givesANameToOneOfManyWhoAskAtOnce() {
    List<Future<AccountStored>> attempts =
        IntStream.range(0, 16)
            .mapToObj(i -> new StoreAccount(new UserId(UUID.randomUUID()), "sam", "sam", "S", "$h"))
            .map(request -> persistence.start(STORE_ACCOUNT, request))
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
    People people = new People(persistence);
    UserId one = people.account();
    UserId two = people.account();
    UserId unknown = new UserId(UUID.randomUUID());
    Set<UserId> found =
        persistence
            .ask(PROFILES_READ, new ReadProfiles(List.of(one, unknown, two, one)))
            .profiles()
            .stream()
            .map(Profile::account)
            .collect(Collectors.toSet());
    assertEquals(Set.of(one, two), found);
  }
}
