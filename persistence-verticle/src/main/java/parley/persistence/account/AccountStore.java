package parley.persistence.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.account.AccountStored;
import parley.contract.account.Credentials;
import parley.contract.account.FindCredentials;
import parley.contract.account.StoreAccount;
import parley.contract.feed.FeedId;
import parley.contract.id.UserId;
import parley.persistence.feed.Feeds;
import parley.persistence.pg.Database;

/** Stores accounts and finds them. */
public final class AccountStore {
  private static final String INSERT =
      """
      insert into account (id, username, skeleton, skeleton_hash, display_name, password_hash)
      values ($1, $2, $3, encode(sha256(convert_to($3, 'UTF8')), 'hex'), $4, $5)
      on conflict do nothing
      """;

  private static final String CREDENTIALS =
      "select %s, a.password_hash from account a %s where a.username = $1"
          .formatted(ProfileRows.COLUMNS, ProfileRows.TOLD);

  private final Database database;

  public AccountStore(Database database) {
    this.database = database;
  }

  /**
   * Stores an account and its feed. A repeat with the same id answers with what is stored; {@code
   * NAME_TAKEN} if the name, or a look-alike of it, belongs to another; {@code FORBIDDEN} if the id
   * is no account's, or the invitation that it names is not, or no longer, good.
   */
  public Future<AccountStored> store(StoreAccount request, Caller caller) {
    return database.transaction(
        caller.deadline(),
        tx -> InviteStore.admit(tx, request).compose(admitted -> store(tx, request)));
  }

  private static Future<AccountStored> store(SqlConnection tx, StoreAccount request) {
    Tuple row =
        Tuple.of(
            request.account().value(),
            request.username(),
            request.skeleton(),
            request.displayName(),
            request.passwordHash());
    return Feeds.create(tx, FeedId.of(request.account()))
        .compose(created -> created ? insert(tx, request, row) : known())
        .compose(taken -> stored(tx, request.account(), taken));
  }

  /** What it means if the account is not there afterwards. */
  private static Future<FailureCode> insert(SqlConnection tx, StoreAccount request, Tuple row) {
    return tx.preparedQuery(INSERT)
        .execute(row)
        .compose(
            result ->
                result.rowCount() == 1
                    ? PeopleStore.write(
                        tx, request.account(), request.username(), request.displayName())
                    : Future.succeededFuture())
        .map(FailureCode.NAME_TAKEN);
  }

  /** The id is in use: by this account, or by something that is none. */
  private static Future<FailureCode> known() {
    return Future.succeededFuture(FailureCode.FORBIDDEN);
  }

  private static Future<AccountStored> stored(
      SqlConnection tx, UserId account, FailureCode otherwise) {
    return tx.preparedQuery(ProfileStore.READ)
        .execute(Tuple.of(new UUID[] {account.value()}))
        .map(rows -> ProfileRows.profiles(rows).profiles().stream().findFirst())
        .map(found -> found.orElseThrow(() -> BusFailure.of(otherwise)))
        .map(AccountStored::new);
  }

  /** By the normalised user name; {@code NOT_FOUND} if nobody has it. */
  public Future<Credentials> credentials(FindCredentials request, Caller caller) {
    return database
        .query(CREDENTIALS, Tuple.of(request.username()), caller.deadline())
        .map(AccountStore::credentials);
  }

  private static Credentials credentials(RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    Row row = rows.iterator().next();
    return new Credentials(ProfileRows.profile(row), row.getString("password_hash"));
  }
}
