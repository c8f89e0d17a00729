package parley.persistence.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.account.AccountOperations.DELETE_ACCOUNT;
import static parley.contract.account.AccountOperations.STORE_ACCOUNT;
import static parley.contract.account.AdministrationOperations.CLAIM_ADMINISTRATION;
import static parley.contract.account.AdministrationOperations.OFFER_ADMINISTRATION;
import static parley.contract.account.AdministrationOperations.STORE_INVITE;
import static parley.contract.session.SessionOperations.OPEN_SESSION;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.account.ClaimAdministration;
import parley.contract.account.DeleteAccount;
import parley.contract.account.OfferAdministration;
import parley.contract.account.StoreAccount;
import parley.contract.account.StoreInvite;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;
import parley.contract.session.OpenSession;
import parley.persistence.People;
import parley.persistence.Probe;
import parley.persistence.RunningPersistence;
import parley.testkit.servers.PostgresExtension;

class AdministrationIT {
  private static final long HOUR = 3_600_000;

  @RegisterExtension
  static final PostgresExtension POSTGRES = PostgresExtension.shared().fsync(false);

  private String uri;
  private RunningPersistence persistence;
  private People people;

  @BeforeEach
  void start() {
    uri = POSTGRES.newDatabase();
    persistence = RunningPersistence.instances(uri, 2);
    people = new People(persistence);
  }

  @AfterEach
  void stop() {
    persistence.close();
  }

  @Test
  void makesOneAccountAdministratorOnce() {
    UserId first = people.account();
    UserId second = people.account();
    assertEquals(FailureCode.FORBIDDEN, refusedClaim(first, "one"), "nothing is offered");
    assertTrue(offer("one"));

    assertEquals(FailureCode.FORBIDDEN, refusedClaim(first, "two"));
    assertFalse(isAdministrator(first));
    persistence.ask(CLAIM_ADMINISTRATION, new ClaimAdministration(first, "one"));
    persistence.ask(CLAIM_ADMINISTRATION, new ClaimAdministration(first, "one"));

    assertTrue(isAdministrator(first));
    assertEquals(FailureCode.FORBIDDEN, refusedClaim(second, "one"));
    assertFalse(offer("three"), "there is one");
    assertEquals(FailureCode.FORBIDDEN, refusedClaim(second, "three"));
    assertFalse(isAdministrator(second));
  }

  @Test
  void letsOneOfManyWinTheSecret() {
    offer("one");
    List<UserId> accounts = IntStream.range(0, 8).mapToObj(i -> people.account()).toList();

    List<Boolean> won =
        accounts.stream()
            .map(
                account ->
                    persistence.start(
                        CLAIM_ADMINISTRATION, new ClaimAdministration(account, "one")))
            .toList()
            .stream()
            .map(AdministrationIT::succeeds)
            .toList();

    assertEquals(1, won.stream().filter(yes -> yes).count());
  }

  @Test
  void makesTheSecretBeforeWorthless() {
    UserId account = people.account();
    offer("one");
    offer("two");

    assertEquals(FailureCode.FORBIDDEN, refusedClaim(account, "one"));
    persistence.ask(CLAIM_ADMINISTRATION, new ClaimAdministration(account, "two"));
  }

  @Test
  void admitsAsManyAsAnInvitationSaysAlsoAtTheSameTime() {
    UserId boss = administrator();
    persistence.ask(STORE_INVITE, new StoreInvite(boss, "code", 3, HOUR));
    persistence.ask(STORE_INVITE, new StoreInvite(boss, "code", 3, HOUR));

    List<Boolean> admitted =
        IntStream.range(0, 8)
            .mapToObj(i -> persistence.start(STORE_ACCOUNT, invited("code")))
            .toList()
            .stream()
            .map(AdministrationIT::succeeds)
            .toList();

    assertEquals(3, admitted.stream().filter(yes -> yes).count());
  }

  @Test
  void takesNothingForARepeatOrANameThatIsTaken() {
    UserId boss = administrator();
    persistence.ask(STORE_INVITE, new StoreInvite(boss, "code", 2, HOUR));
    StoreAccount first = invited("code");
    StoreAccount namesake =
        new StoreAccount(
            new UserId(UUID.randomUUID()), first.username(), "another", "N", "$h", "code");

    persistence.ask(STORE_ACCOUNT, first);
    persistence.ask(STORE_ACCOUNT, first);
    assertEquals(FailureCode.NAME_TAKEN, persistence.refusal(STORE_ACCOUNT, namesake));
    persistence.ask(STORE_ACCOUNT, invited("code"));

    assertEquals(FailureCode.FORBIDDEN, persistence.refusal(STORE_ACCOUNT, invited("code")));
    persistence.ask(STORE_ACCOUNT, first);
  }

  @Test
  void refusesAnExpiredAndAnUnknownInvitation() throws Exception {
    UserId boss = administrator();
    persistence.ask(STORE_INVITE, new StoreInvite(boss, "code", 2, HOUR));
    try (Probe probe = new Probe(uri)) {
      probe.run("update invite set expires_at = now()");
      assertEquals(FailureCode.FORBIDDEN, persistence.refusal(STORE_ACCOUNT, invited("code")));
      assertEquals(FailureCode.FORBIDDEN, persistence.refusal(STORE_ACCOUNT, invited("none")));
      persistence.ask(STORE_INVITE, new StoreInvite(boss, "later", 2, HOUR));
      assertEquals(1, probe.number("select count(*) from invite"), "the expired one is gone");
    }
  }

  @Test
  void admitsWhoeverKnowsTheSecretOfTheFirstAdministratorUntilItIsUsed() {
    offer("one");
    StoreAccount first = invited("one");

    persistence.ask(STORE_ACCOUNT, first);
    persistence.ask(CLAIM_ADMINISTRATION, new ClaimAdministration(first.account(), "one"));

    assertEquals(FailureCode.FORBIDDEN, persistence.refusal(STORE_ACCOUNT, invited("one")));
  }

  @Test
  void letsAdministratorsAloneInvite() {
    administrator();

    assertEquals(
        FailureCode.FORBIDDEN,
        persistence.refusal(STORE_INVITE, new StoreInvite(people.account(), "code", 1, HOUR)));
  }

  @Test
  void boundsInvitations() throws Exception {
    UserId boss = administrator();
    try (Probe probe = new Probe(uri)) {
      probe.run(
          "insert into invite (code_hash, created_by, uses_left, expires_at)"
              + " select 'h' || n, '"
              + boss
              + "', 1, now() + interval '1 hour' from generate_series(1, 1000) n");
    }

    assertEquals(
        FailureCode.TOO_MANY,
        persistence.refusal(STORE_INVITE, new StoreInvite(boss, "code", 1, HOUR)));
  }

  @Test
  void offersANewSecretWhenTheLastAdministratorHasGone() throws Exception {
    UserId boss = administrator();
    UserId second = people.account();
    try (Probe probe = new Probe(uri)) {
      probe.run("update account set administrator = true where id = '" + second + "'");
    }
    UserId next = people.account();

    persistence.ask(DELETE_ACCOUNT, new DeleteAccount(boss, "$argon2id$x"));
    assertFalse(offer("two"), "there is another");
    persistence.ask(DELETE_ACCOUNT, new DeleteAccount(people.account(), "$argon2id$x"));
    assertFalse(offer("three"), "who went was none");
    persistence.ask(DELETE_ACCOUNT, new DeleteAccount(second, "$argon2id$x"));

    assertTrue(offer("four"));
    persistence.ask(CLAIM_ADMINISTRATION, new ClaimAdministration(next, "four"));
    assertTrue(isAdministrator(next));
  }

  @Test
  void offersANewSecretWhenAllAdministratorsGoAtOnce() throws Exception {
    UserId boss = administrator();
    List<UserId> all = new ArrayList<>(List.of(boss));
    try (Probe probe = new Probe(uri)) {
      for (int i = 0; i < 5; i++) {
        UserId further = people.account();
        probe.run("update account set administrator = true where id = '" + further + "'");
        all.add(further);
      }
    }

    all.stream()
        .map(one -> persistence.start(DELETE_ACCOUNT, new DeleteAccount(one, "$argon2id$x")))
        .toList()
        .forEach(RunningPersistence::await);

    assertTrue(offer("two"));
  }

  private UserId administrator() {
    UserId account = people.account();
    offer("secret");
    persistence.ask(CLAIM_ADMINISTRATION, new ClaimAdministration(account, "secret"));
    return account;
  }

  private boolean offer(String hash) {
    return persistence.ask(OFFER_ADMINISTRATION, new OfferAdministration(hash)).open();
  }

  private FailureCode refusedClaim(UserId account, String hash) {
    return persistence.refusal(CLAIM_ADMINISTRATION, new ClaimAdministration(account, hash));
  }

  private boolean isAdministrator(UserId account) {
    OpenSession opening =
        new OpenSession(
            new SessionId(UUID.randomUUID()), account, "first", "a browser", HOUR, "$argon2id$x");
    return persistence.ask(OPEN_SESSION, opening).administrator();
  }

  private static StoreAccount invited(String code) {
    UserId account = new UserId(UUID.randomUUID());
    String name = "u" + account.toString().replace("-", "").substring(1);
    return new StoreAccount(account, name, name, "Guest", "$argon2id$x", code);
  }

  private static boolean succeeds(Future<?> asked) {
    try {
      return RunningPersistence.await(asked) != null;
    } catch (BusFailure failure) {
      assertEquals(FailureCode.FORBIDDEN, failure.code());
      return false;
    }
  }
}
