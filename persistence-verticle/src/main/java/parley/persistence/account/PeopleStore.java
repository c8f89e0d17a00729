package parley.persistence.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import parley.contract.Caller;
import parley.contract.account.FindPeople;
import parley.contract.account.Profiles;
import parley.contract.account.SearchPeople;
import parley.contract.id.UserId;
import parley.persistence.pg.Database;

/** Finds people by the words of their names, which are kept beside the accounts. */
public final class PeopleStore {
  private static final String WRITE =
      "insert into account_word (word, account) select word, $1 from unnest($2::text[]) as w(word)";

  /** How many rows of the index are looked at when further words have to match too. */
  private static final long MAX_FILTERED = 5_000;

  private static final String ERASE = "delete from account_word where account = $1";

  /** The last of all characters: behind every word that begins with the same letters. */
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  // The longest word leads along the index, in order and bounded; the others only filter.
  static final String FIND =
      """
      with candidate as (
        (select id as account, '' as word from account where username = $5 and id <> $3)
        union all
        (select w.account, w.word
         from (
           select account, word from account_word where word >= $1 and word < $2 and account <> $3
           order by word, account limit $7
         ) w
         where not exists (
           select 1 from unnest($4::text[]) as q(word) where not exists (
             select 1 from account_word o
             where o.account = w.account and o.word >= q.word and o.word < q.word || $6::text)))
      ),
      best as (select account, min(word collate "C") as word from candidate group by account)
      select %s
      from best b join account a on a.id = b.account %s
      where a.deleted_at is null
      order by b.word, a.username limit $8
      """
          .formatted(ProfileRows.COLUMNS, ProfileRows.TOLD);

  private final Database database;

  public PeopleStore(Database database) {
    this.database = database;
  }

  /** Writes the words under which a new account is found, in the transaction that stores it. */
  static Future<Void> write(SqlConnection tx, UserId account, String username, String displayName) {
    String[] words = PersonWords.of(username, displayName).toArray(String[]::new);
    Tuple row = Tuple.of(account.value()).addArrayOfString(words);
    return tx.preparedQuery(WRITE).execute(row).mapEmpty();
  }

  /** Replaces the words of an account that has another name to show. */
  static Future<Void> rewrite(
      SqlConnection tx, UserId account, String username, String displayName) {
    return erase(tx, account).compose(erased -> write(tx, account, username, displayName));
  }

  /** Lets an account be found by nothing. */
  static Future<Void> erase(SqlConnection tx, UserId account) {
    return tx.preparedQuery(ERASE).execute(Tuple.of(account.value())).mapEmpty();
  }

  /**
   * Those of whom every word of the query begins a word of the user name or the name to show: who
   * has exactly this user name first, then by the word that was found. A query without any word
   * finds nobody.
   */
  public Future<Profiles> find(FindPeople request, Caller caller) {
    List<String> words = PersonWords.of(request.search().query());
    return words.isEmpty()
        ? Future.succeededFuture(new Profiles(List.of()))
        : database
            .query(FIND, parameters(request, words), caller.deadline())
            .map(ProfileRows::profiles);
  }

  static Tuple parameters(FindPeople request, List<String> words) {
    SearchPeople search = request.search();
    String leading = words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
    String[] others = words.stream().filter(word -> !word.equals(leading)).toArray(String[]::new);
    return Tuple.of(leading, leading + LAST, request.account().value())
        .addArrayOfString(others)
        .addString(username(search.query()))
        .addString(LAST)
        .addLong(others.length > 0 ? MAX_FILTERED : (long) search.limit() * PersonWords.MAX)
        .addLong((long) search.limit());
  }

  private static String username(String query) {
    String bare = query.startsWith("@") ? query.substring(1) : query;
    return Normalizer.normalize(bare, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
