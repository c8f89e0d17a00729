package parley.persistence.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.account.AccountOperations.STORE_ACCOUNT;
import static parley.contract.account.PeopleOperations.FIND_PEOPLE;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.account.FindPeople;
import parley.contract.account.Profile;
import parley.contract.account.SearchPeople;
import parley.contract.account.StoreAccount;
import parley.contract.id.UserId;
import parley.persistence.PersistenceExtension;
import parley.persistence.Probe;

class PeopleIT {
  @RegisterExtension static final PersistenceExtension PERSISTENCE = PersistenceExtension.fresh();

  private static UserId reader;

  @BeforeAll
  static void start() {
    reader = person("reader", "Adam Reader");
    person("ada", "Zoë Last");
    person("lovelace", "Ada Lovelace");
    person("adamant", "Rock");
    person("bjork", "Björk Guðmundsdóttir");
    person("strasse", "Groß Straße");
  }

  @Test
  void findsByTheBeginningsOfWordsWithTheExactUserNameFirst() {
    assertEquals(List.of("ada", "lovelace", "adamant"), found("ada"));
    assertEquals(List.of("ada", "lovelace", "adamant"), found("@ADA"));
    assertEquals(List.of("adamant"), found("adam"), "without who asks");
    assertEquals(List.of("lovelace"), found("love ad"), "every word");
    assertEquals(List.of(), found("da"), "not within a word");
    assertEquals(List.of(), found("ada nobody"));
  }

  @Test
  void findsWithoutRegardToCaseAndAccents() {
    assertEquals(List.of("bjork"), found("BJOR"));
    assertEquals(List.of("bjork"), found("GUÐMUNDSDOTTIR"));
    assertEquals(List.of("ada"), found("zoe"));
    assertEquals(List.of("strasse"), found("STRAS"));
    assertEquals(List.of("strasse"), found("groß"));
  }

  @Test
  void findsNobodyForWhatHasNoWords() {
    assertEquals(List.of(), found("%%"));
    assertEquals(List.of(), found("' \\ _"));
  }

  @Test
  void givesNoMoreThanAskedAndTheExactNameAmongMany() {
    for (int i = 0; i < 30; i++) {
      person("manfred%02d".formatted(i), "Many Many%d Manifold".formatted(i));
    }
    person("many", "Zzz");
    List<Profile> people =
        PERSISTENCE
            .ask(FIND_PEOPLE, new FindPeople(reader, new SearchPeople("many", 20)))
            .profiles();
    assertEquals(20, people.size());
    assertEquals("many", people.get(0).username());
    assertEquals(20, people.stream().map(Profile::account).distinct().count());
  }

  @Test
  void readsALittleOfTheIndexHoweverManyPeopleThereAre() throws SQLException {
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      fill(probe, 50_000);
      probe.run("analyze account; analyze account_word");
      String search =
          PeopleStore.FIND
              .replace("$1", "'crowd'")
              .replace("$2", "'crowd\uDBFF\uDFFF'")
              .replace("$3", "'" + reader + "'")
              .replace("$4", "array['crowd9']")
              .replace("$5", "'crowd'")
              .replace("$6", "'\uDBFF\uDFFF'")
              .replace("$7", "5000")
              .replace("$8", "20");
      String plan = String.join("\n", probe.texts("explain " + search));
      assertTrue(plan.contains("using account_word_pkey on account_word"), plan);
      assertFalse(plan.contains("Seq Scan on account_word"), plan);
      assertFalse(plan.contains("Seq Scan on account "), plan);
    }
    assertEquals(20, found("crowd").size());
    assertEquals(20, found("crowd person").size());
  }

  private static void fill(Probe probe, int count) throws SQLException {
    String ids = "md5('crowd' || n)::uuid";
    String numbers = "from generate_series(1, " + count + ") as n";
    probe.run("insert into feed (id, kind) select " + ids + ", 'user' " + numbers);
    probe.run(
        "insert into account (id, username, skeleton, skeleton_hash, display_name, password_hash)"
            + " select "
            + ids
            + ", 'crowd' || n, 'crowd' || n, 'crowd' || n, 'Person ' || n, 'x' "
            + numbers);
    for (String word : List.of("'crowd' || n", "'person'", "n::text")) {
      probe.run(
          "insert into account_word (word, account) select " + word + ", " + ids + " " + numbers);
    }
  }

  private static List<String> found(String query) {
    return PERSISTENCE
        .ask(FIND_PEOPLE, new FindPeople(reader, new SearchPeople(query, 20)))
        .profiles()
        .stream()
        .map(Profile::username)
        .toList();
  }

  private static UserId person(String username, String displayName) {
    UserId account = new UserId(UUID.randomUUID());
    PERSISTENCE.ask(
        STORE_ACCOUNT, new StoreAccount(account, username, username, displayName, "$argon2id$x"));
    return account;
  }
}
