package parley.persistence.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.contract.account.AccountOperations.CHANGE_PASSWORD;
import static parley.contract.account.AccountOperations.DELETE_ACCOUNT;
import static parley.contract.account.AccountOperations.PROFILES_READ;
import static parley.contract.account.ResetOperations.CONFIRM_EMAIL;
import static parley.contract.account.ResetOperations.FIND_RECIPIENTS;
import static parley.contract.account.ResetOperations.READ_EMAIL;
import static parley.contract.account.ResetOperations.READ_RESET;
import static parley.contract.account.ResetOperations.REPEAT_RESET;
import static parley.contract.account.ResetOperations.STORE_EMAIL;
import static parley.contract.account.ResetOperations.STORE_RESET;
import static parley.contract.account.ResetOperations.USE_RESET;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.account.ChangePassword;
import parley.contract.account.ConfirmEmail;
import parley.contract.account.Credentials;
import parley.contract.account.DeleteAccount;
import parley.contract.account.FindRecipients;
import parley.contract.account.OwnEmail;
import parley.contract.account.ReadEmail;
import parley.contract.account.ReadProfiles;
import parley.contract.account.ReadReset;
import parley.contract.account.Recipient;
import parley.contract.account.StoreEmail;
import parley.contract.account.StoreReset;
import parley.contract.account.UseReset;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;
import parley.persistence.Probe;

class ResetIT {
  private static final String HASH = "$argon2id$x";
  private static final long HOUR = 3_600_000;

  @RegisterExtension static final PersistenceExtension PERSISTENCE = PersistenceExtension.fresh();

  private final People people = PERSISTENCE.people();
  private UserId ada;
  private String name;

  @BeforeEach
  void signUp() {
    ada = people.account();
    name = name(ada);
    email("ada@example.org");
  }

  @Test
  void setsThePasswordOnceAndEndsTheOthers() {
    String first = mailed();
    String second = mailed();
    assertEquals(ada, PERSISTENCE.ask(READ_RESET, new ReadReset(first)).account());

    PERSISTENCE.ask(USE_RESET, new UseReset(first, "$next"));

    assertDead(first);
    assertDead(second);
    assertEquals(FailureCode.FORBIDDEN, refusedUse(first));
    changePassword("$next", "$last");
  }

  @Test
  void itsUseIsRepeatedForTheSamePasswordAFewTimes() {
    String secret = mailed();
    assertEquals(FailureCode.FORBIDDEN, refusedRepeat(secret), "it was not used");
    PERSISTENCE.ask(USE_RESET, new UseReset(secret, "$next"));
    for (int i = 0; i < 5; i++) {
      Credentials set = PERSISTENCE.ask(REPEAT_RESET, new ReadReset(secret));
      assertEquals(ada, set.profile().account());
      assertEquals("$next", set.passwordHash());
      assertEquals(FailureCode.FORBIDDEN, refusedUse(secret), "it sets no other");
    }
    assertEquals(FailureCode.FORBIDDEN, refusedRepeat(secret), "whoever has it may not guess on");
  }

  @Test
  void noRepeatIsAnsweredWhenThePasswordIsAnotherOrTimeHasPassed() throws SQLException {
    String replaced = mailed();
    PERSISTENCE.ask(USE_RESET, new UseReset(replaced, "$next"));
    changePassword("$next", "$last");
    assertEquals(FailureCode.FORBIDDEN, refusedRepeat(replaced));

    String late = mailed();
    PERSISTENCE.ask(USE_RESET, new UseReset(late, "$next"));
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      probe.run(
          "update password_reset set expires_at = expires_at - interval '10 minutes'"
              + " where account = '"
              + ada
              + "'");
    }
    assertEquals(FailureCode.FORBIDDEN, refusedRepeat(late));

    String before = mailed();
    PERSISTENCE.ask(USE_RESET, new UseReset(before, "$next"));
    String next = mailed();
    PERSISTENCE.ask(USE_RESET, new UseReset(next, "$newest"));
    assertEquals(FailureCode.FORBIDDEN, refusedRepeat(before));
    assertEquals("$newest", PERSISTENCE.ask(REPEAT_RESET, new ReadReset(next)).passwordHash());
  }

  @Test
  void usedOnesTakeNoPlaceOfOthers() {
    for (int i = 0; i < 6; i++) {
      PERSISTENCE.ask(USE_RESET, new UseReset(mailed(), "$next" + i));
    }
    IntStream.range(0, 5).forEach(i -> assertGood(mailed()));
  }

  @Test
  void endsWithThePassword() {
    String secret = mailed();

    changePassword(HASH, "$next");

    assertDead(secret);
    assertEquals(FailureCode.FORBIDDEN, refusedUse(secret));
  }

  @Test
  void endsWithTheAddress() {
    String replaced = mailed();
    email("ada@elsewhere.example");
    assertDead(replaced);

    String removed = mailed();
    email(null);
    assertDead(removed);
    assertEquals(FailureCode.FORBIDDEN, refusedUse(removed));
  }

  @Test
  void endsWithTheAccount() throws SQLException {
    mailed();

    PERSISTENCE.ask(DELETE_ACCOUNT, new DeleteAccount(ada, HASH));

    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      assertEquals(
          0, probe.number("select count(*) from password_reset where account = '" + ada + "'"));
    }
  }

  @Test
  void isSentByTheNameAloneAndOnlyWhereThereIsAnAddress() {
    confirmed(people.account(), "ada@example.org");
    assertEquals(
        List.of(new Recipient(name, "ada@example.org")), recipients(name), "whoever shares it");
    assertEquals(List.of(), recipients("ada@example.org"));

    email(null);
    assertEquals(List.of(), recipients(name));
    assertEquals(FailureCode.NOT_FOUND, refusedMail());
  }

  @Test
  void nothingIsSentToAnAddressThatIsNotConfirmed() {
    PERSISTENCE.ask(STORE_EMAIL, new StoreEmail(ada, "else@example.org", "first"));
    assertEquals(new OwnEmail("else@example.org", false), kept());
    assertEquals(List.of(), recipients(name));
    assertEquals(FailureCode.NOT_FOUND, refusedMail());

    PERSISTENCE.ask(STORE_EMAIL, new StoreEmail(ada, "other@example.org", "second"));
    assertEquals(FailureCode.FORBIDDEN, refusedConfirmation("first"), "of another address");
    PERSISTENCE.ask(CONFIRM_EMAIL, new ConfirmEmail("second"));
    PERSISTENCE.ask(CONFIRM_EMAIL, new ConfirmEmail("second"));
    assertEquals(new OwnEmail("other@example.org", true), kept());
    assertEquals(List.of(new Recipient(name, "other@example.org")), recipients(name));

    PERSISTENCE.ask(STORE_EMAIL, new StoreEmail(ada, "other@example.org", "third"));
    assertEquals(new OwnEmail("other@example.org", true), kept(), "the same again");
    assertEquals(FailureCode.FORBIDDEN, refusedConfirmation("third"), "none was needed");
    email(null);
    assertEquals(new OwnEmail(null, false), kept());
  }

  @Test
  void anAddressIsConfirmedWithinADayOnly() throws SQLException {
    PERSISTENCE.ask(STORE_EMAIL, new StoreEmail(ada, "else@example.org", "late"));
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      probe.run("update email_confirmation set expires_at = expires_at - interval '24 hours'");
    }
    assertEquals(FailureCode.FORBIDDEN, refusedConfirmation("late"));
    assertEquals(new OwnEmail("else@example.org", false), kept());
  }

  @Test
  void whoOnlyAsksEndsNoSecret() {
    UserId root = administrator();
    String made = made(root);
    List<String> sent = IntStream.range(0, 5).mapToObj(i -> mailed()).toList();

    assertEquals(FailureCode.TOO_MANY, refusedMail());
    PERSISTENCE.ask(STORE_RESET, new StoreReset(null, name, sent.get(0), HOUR));

    assertGood(made);
    sent.forEach(ResetIT::assertGood);
  }

  @Test
  void anAdministratorsSixthEndsTheOldestOfAdministrators() {
    UserId root = administrator();
    String sent = mailed();
    String oldest = made(root);
    List<String> others = IntStream.range(0, 5).mapToObj(i -> made(root)).toList();

    assertDead(oldest);
    others.forEach(ResetIT::assertGood);
    assertGood(sent);
  }

  @Test
  void placesComeFreeWhenSecretsExpire() throws SQLException {
    IntStream.range(0, 5).forEach(i -> mailed());
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      probe.run("update password_reset set expires_at = now() where account = '" + ada + "'");
    }

    assertGood(mailed());
  }

  private String mailed() {
    return stored(null);
  }

  private String made(UserId administrator) {
    return stored(administrator);
  }

  private String stored(UserId by) {
    String hash = UUID.randomUUID().toString();
    PERSISTENCE.ask(STORE_RESET, new StoreReset(by, name, hash, HOUR));
    return hash;
  }

  private FailureCode refusedMail() {
    return PERSISTENCE.refusal(STORE_RESET, new StoreReset(null, name, "one-more", HOUR));
  }

  private static List<Recipient> recipients(String login) {
    return PERSISTENCE.ask(FIND_RECIPIENTS, new FindRecipients(login)).recipients();
  }

  private UserId administrator() {
    UserId root = people.account();
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      probe.run("update account set administrator = true where id = '" + root + "'");
    } catch (SQLException broken) {
      throw new AssertionError(broken);
    }
    return root;
  }

  private static void assertGood(String secret) {
    PERSISTENCE.ask(READ_RESET, new ReadReset(secret));
  }

  private void email(String address) {
    confirmed(ada, address);
  }

  private static void confirmed(UserId account, String address) {
    String secret = UUID.randomUUID().toString();
    PERSISTENCE.ask(STORE_EMAIL, new StoreEmail(account, address, secret));
    if (address != null) {
      PERSISTENCE.ask(CONFIRM_EMAIL, new ConfirmEmail(secret));
    }
  }

  private void changePassword(String current, String next) {
    SessionId none = new SessionId(UUID.randomUUID());
    PERSISTENCE.ask(CHANGE_PASSWORD, new ChangePassword(ada, none, current, next));
  }

  private static void assertDead(String secret) {
    assertEquals(FailureCode.FORBIDDEN, PERSISTENCE.refusal(READ_RESET, new ReadReset(secret)));
  }

  private OwnEmail kept() {
    return PERSISTENCE.ask(READ_EMAIL, new ReadEmail(ada));
  }

  private static FailureCode refusedConfirmation(String secret) {
    return PERSISTENCE.refusal(CONFIRM_EMAIL, new ConfirmEmail(secret));
  }

  private static FailureCode refusedRepeat(String secret) {
    return PERSISTENCE.refusal(REPEAT_RESET, new ReadReset(secret));
  }

  private static FailureCode refusedUse(String secret) {
    return PERSISTENCE.refusal(USE_RESET, new UseReset(secret, "$another"));
  }

  private static String name(UserId account) {
    return PERSISTENCE
        .ask(PROFILES_READ, new ReadProfiles(List.of(account)))
        .profiles()
        .get(0)
        .username();
  }
}
