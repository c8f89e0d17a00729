package parley.persistence.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.account.ChangeProfile;
import parley.contract.account.Profile;
import parley.contract.account.Profiles;
import parley.contract.account.ReadProfiles;
import parley.contract.account.Status;
import parley.contract.account.StoreProfile;
import parley.contract.id.UserId;
import parley.persistence.pg.Database;

/** How accounts are seen. */
public final class ProfileStore {
  static final String READ =
      "select %s from account a %s where a.id = any($1)"
          .formatted(ProfileRows.COLUMNS, ProfileRows.TOLD);

  // What is so already changes nothing, not even the version.
  private static final String CHANGE =
      """
      update account set display_name = $2, status_text = $3, status_emoji = $4,
        status_until = timestamptz 'epoch' + $5::bigint * interval '1 millisecond',
        profile_version = profile_version + 1
      where id = $1 and deleted_at is null
        and (display_name, status_text, status_emoji, status_until) is distinct from
          ($2, $3, $4, timestamptz 'epoch' + $5::bigint * interval '1 millisecond')
      returning username
      """;

  private final Database database;

  public ProfileStore(Database database) {
    this.database = database;
  }

  /** The profiles of those that exist, or existed. */
  public Future<Profiles> read(ReadProfiles request, Caller caller) {
    UUID[] ids = request.accounts().stream().map(UserId::value).distinct().toArray(UUID[]::new);
    return database.query(READ, Tuple.of(ids), caller.deadline()).map(ProfileRows::profiles);
  }

  /**
   * Changes a profile and the words by which its account is found; {@code NOT_FOUND} if the account
   * is not there, or was deleted.
   */
  public Future<Profile> store(StoreProfile request, Caller caller) {
    return database.transaction(caller.deadline(), tx -> store(tx, request));
  }

  private static Future<Profile> store(SqlConnection tx, StoreProfile request) {
    UserId account = request.account();
    ChangeProfile change = request.change();
    return tx.preparedQuery(CHANGE)
        .execute(row(account, change))
        .compose(changed -> rewriteWords(tx, account, change, changed))
        .compose(written -> present(tx, account));
  }

  private static Future<Void> rewriteWords(
      SqlConnection tx, UserId account, ChangeProfile change, RowSet<Row> changed) {
    if (changed.size() == 0) {
      return Future.succeededFuture();
    }
    String username = changed.iterator().next().getString("username");
    return PeopleStore.rewrite(tx, account, username, change.displayName());
  }

  /** The profile as it is in this transaction; {@code NOT_FOUND} without an account. */
  static Future<Profile> present(SqlConnection tx, UserId account) {
    return tx.preparedQuery(READ)
        .execute(Tuple.of(new UUID[] {account.value()}))
        .map(rows -> ProfileRows.profiles(rows).profiles().stream().findFirst())
        .map(
            found ->
                found
                    .filter(profile -> !profile.deleted())
                    .orElseThrow(() -> BusFailure.of(FailureCode.NOT_FOUND)));
  }

  private static Tuple row(UserId account, ChangeProfile change) {
    Optional<Status> status = Optional.ofNullable(change.status());
    return Tuple.of(account.value(), change.displayName())
        .addString(status.map(Status::text).orElse(null))
        .addString(status.map(Status::emoji).orElse(null))
        .addLong(status.map(Status::endsAt).orElse(null));
  }
}
