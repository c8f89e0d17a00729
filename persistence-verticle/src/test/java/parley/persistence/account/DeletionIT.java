package parley.persistence.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.contract.account.AccountOperations.DELETE_ACCOUNT;
import static parley.contract.account.AccountOperations.FIND_CREDENTIALS;
import static parley.contract.account.AccountOperations.PROFILES_READ;
import static parley.contract.account.AccountOperations.STORE_ACCOUNT;
import static parley.contract.account.PeopleOperations.FIND_PEOPLE;
import static parley.contract.account.ProfileOperations.STORE_PROFILE;
import static parley.contract.account.ResetOperations.CONFIRM_EMAIL;
import static parley.contract.account.ResetOperations.STORE_EMAIL;
import static parley.contract.account.ResetOperations.STORE_RESET;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.account.AccountDeleted;
import parley.contract.account.ChangeProfile;
import parley.contract.account.ConfirmEmail;
import parley.contract.account.DeleteAccount;
import parley.contract.account.FindCredentials;
import parley.contract.account.FindPeople;
import parley.contract.account.Profile;
import parley.contract.account.ReadProfiles;
import parley.contract.account.SearchPeople;
import parley.contract.account.Status;
import parley.contract.account.StoreAccount;
import parley.contract.account.StoreEmail;
import parley.contract.account.StoreProfile;
import parley.contract.account.StoreReset;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.feed.ConversationItem;
import parley.contract.feed.FeedId;
import parley.contract.feed.Item;
import parley.contract.feed.MemberItem;
import parley.contract.feed.MessageItem;
import parley.contract.id.ConversationId;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;
import parley.contract.relation.ChangeRelations;
import parley.contract.relation.RelationOperations;
import parley.contract.relation.RelationStep;
import parley.contract.session.OpenSession;
import parley.contract.session.ReadSession;
import parley.contract.session.SessionOperations;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;
import parley.persistence.Probe;
import parley.testkit.bridge.Await;

/** Two instances delete side by side: each looks for what is left. */
class DeletionIT {
  private static final String HASH = "$argon2id$x";

  @RegisterExtension
  static final PersistenceExtension PERSISTENCE = PersistenceExtension.instances(2);

  private final People people = PERSISTENCE.people();
  private final UserId ada = people.account();
  private final UserId grace = people.account();
  private final UserId edsger = people.account();

  @Test
  void nothingIsLeftOfWhoItWas() throws SQLException {
    String username = profile(ada).username();
    SessionId session = new SessionId(UUID.randomUUID());
    PERSISTENCE.ask(
        SessionOperations.OPEN_SESSION,
        new OpenSession(session, ada, "hash", "device", 60_000, HASH));
    AccountDeleted deleted = delete(ada);
    assertEquals(List.of(session), deleted.ended());
    assertEquals(Profile.deleted(ada, 2), deleted.profile());
    assertEquals(deleted.profile(), profile(ada));
    assertEquals(
        FailureCode.NOT_FOUND,
        PERSISTENCE.refusal(FIND_CREDENTIALS, new FindCredentials(username)));
    assertEquals(
        FailureCode.SIGNED_OUT,
        PERSISTENCE.refusal(SessionOperations.READ_SESSION, new ReadSession(session)));
    assertEquals(
        List.of(),
        PERSISTENCE
            .ask(FIND_PEOPLE, new FindPeople(grace, new SearchPeople(username, 20)))
            .profiles());
    assertEquals(
        FailureCode.NOT_FOUND,
        PERSISTENCE.refusal(
            STORE_PROFILE, new StoreProfile(ada, new ChangeProfile("Ghost", null))));
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      String text = "select account::text from account where id = '" + ada + "'";
      assertEquals(List.of(), named(probe.texts(text), username));
    }
    assertEquals(deleted.profile(), delete(ada).profile(), "a repeat changes nothing");
  }

  @Test
  void noTableKeepsAnythingThatWasPersonal() throws SQLException {
    String username = profile(ada).username();
    PERSISTENCE.ask(
        STORE_PROFILE,
        new StoreProfile(
            ada, new ChangeProfile("Countess Zyx", new Status("gone fishing-zyx", null, null))));
    PERSISTENCE.ask(STORE_EMAIL, new StoreEmail(ada, "ada@zyx.example", "hash-of-zyx"));
    PERSISTENCE.ask(CONFIRM_EMAIL, new ConfirmEmail("hash-of-zyx"));
    PERSISTENCE.ask(STORE_RESET, new StoreReset(null, username, "hash-zyx", 60_000));
    PERSISTENCE.ask(
        SessionOperations.OPEN_SESSION,
        new OpenSession(
            new SessionId(UUID.randomUUID()), ada, "hash", "her own device-zyx", 60_000, HASH));
    relate(new ChangeRelations(ada, List.of(grace), RelationStep.REQUEST, "it is me, zyx"));
    relate(new ChangeRelations(ada, edsger, RelationStep.BLOCK));
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      assertEquals(
          List.of(
              "account",
              "account_word",
              "email_confirmation",
              "password_reset",
              "relation",
              "session"),
          tablesWith(probe, "zyx"));

      delete(ada);

      String relations = "select count(*) from relation where account = '" + ada + "'";
      probe.run("update account_deletion set asked_at = asked_at - interval '1 hour'");
      Await.until(
          "nobody is known any more", Duration.ofSeconds(20), () -> number(probe, relations) == 0);
      assertEquals(List.of(), tablesWith(probe, "zyx"));
      assertEquals(List.of(), tablesWith(probe, username));
    }
  }

  private static void relate(ChangeRelations step) {
    PERSISTENCE.ask(RelationOperations.CHANGE_RELATIONS, step);
  }

  /** Tables in which some row contains a text, whatever the case of its letters. */
  private static List<String> tablesWith(Probe probe, String text) throws SQLException {
    List<String> found = new ArrayList<>();
    String tables = "select tablename from pg_tables where schemaname = 'public' order by 1";
    for (String table : probe.texts(tables)) {
      String rows = "select count(*) from \"%s\" t where t::text ilike '%%%s%%'";
      if (probe.number(rows.formatted(table, text)) > 0) {
        found.add(table);
      }
    }
    return found;
  }

  @Test
  void nobodyTakesTheNameAfterwards() {
    String username = profile(ada).username();
    delete(ada);
    StoreAccount request = People.named(new UserId(UUID.randomUUID()), username);
    assertEquals(FailureCode.NAME_TAKEN, PERSISTENCE.refusal(STORE_ACCOUNT, request));
  }

  @Test
  void anotherPasswordDeletesNothing() {
    assertEquals(
        FailureCode.WRONG_CREDENTIALS,
        PERSISTENCE.refusal(DELETE_ACCOUNT, new DeleteAccount(ada, "$another")));
    assertEquals(1, profile(ada).version());
  }

  @Test
  void messagesStayAndTheLongestServingModeratorBecomesOwner() throws SQLException {
    ConversationId room = people.room(ada);
    people.join(edsger, room);
    people.join(grace, room);
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      probe.run("update member set role = 'moderator' where account = '" + grace + "'");
    }
    people.say(ada, room, "I was here");
    long before = people.read(FeedId.of(room), 0, 200).through();
    delete(ada);
    awaitDeparted(ada, room);
    List<Item> items = people.read(FeedId.of(room), before, 200).items();
    assertEquals(3, items.size());
    assertEquals(
        List.of(
            new MemberItem(before + 1, ada, MemberState.LEFT, Role.MEMBER),
            new MemberItem(before + 2, grace, MemberState.JOINED, Role.OWNER)),
        items.subList(0, 2));
    assertEquals(2, ((ConversationItem) items.get(2)).memberCount());
    MessageItem said =
        (MessageItem)
            people.read(FeedId.of(room), 0, 200).items().stream()
                .filter(item -> item instanceof MessageItem)
                .findFirst()
                .orElseThrow();
    assertEquals(ada, said.sender());
    assertEquals(Role.OWNER, people.standing(grace, room).role());
  }

  @Test
  void ownersWhoGoAtOnceLeaveNoRoomWithoutOne() throws SQLException {
    List<ConversationId> rooms = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      ConversationId room = people.room(ada);
      people.join(grace, room);
      people.join(edsger, room);
      rooms.add(room);
    }
    var first = PERSISTENCE.start(DELETE_ACCOUNT, new DeleteAccount(ada, HASH));
    var second = PERSISTENCE.start(DELETE_ACCOUNT, new DeleteAccount(grace, HASH));
    Await.get(first);
    Await.get(second);
    for (ConversationId room : rooms) {
      awaitDeparted(ada, room);
      awaitDeparted(grace, room);
      assertEquals(Role.OWNER, people.standing(edsger, room).role(), "in " + room);
      assertEquals(1, lastCount(room));
    }
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      String waiting = "select count(*) from account_deletion where account = '" + ada + "'";
      assertEquals(1, probe.number(waiting), "looked at until nothing can come any more");
      probe.run("update account_deletion set asked_at = asked_at - interval '1 hour'");
      Await.until(
          "nothing is left to do", Duration.ofSeconds(20), () -> number(probe, waiting) == 0);
    }
  }

  private static long number(Probe probe, String sql) {
    try {
      return probe.number(sql);
    } catch (SQLException broken) {
      throw new AssertionError(broken);
    }
  }

  private long lastCount(ConversationId room) {
    return people.read(FeedId.of(room), 0, 200).items().stream()
        .filter(item -> item instanceof ConversationItem)
        .map(item -> ((ConversationItem) item).memberCount())
        .findFirst()
        .orElseThrow();
  }

  private void awaitDeparted(UserId account, ConversationId room) {
    Await.until(
        account + " has left",
        Duration.ofSeconds(20),
        () -> people.standing(account, room).state() == MemberState.LEFT);
  }

  private static AccountDeleted delete(UserId account) {
    return PERSISTENCE.ask(DELETE_ACCOUNT, new DeleteAccount(account, HASH));
  }

  private static Profile profile(UserId account) {
    return PERSISTENCE.ask(PROFILES_READ, new ReadProfiles(List.of(account))).profiles().get(0);
  }

  private static List<String> named(List<String> rows, String name) {
    return rows.stream().filter(row -> row.contains(name)).toList();
  }
}
