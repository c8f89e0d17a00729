package parley.persistence.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.account.AccountDeleted;
import parley.contract.account.DeleteAccount;
import parley.contract.account.PasswordChanged;
import parley.contract.account.Profile;
import parley.contract.feed.FeedId;
import parley.contract.id.SessionId;
import parley.persistence.feed.Feeds;
import parley.persistence.pg.Database;
import parley.persistence.picture.PictureTable;

/**
 * Deletes accounts: what tells who somebody was goes at once, in one transaction with the end of
 * all sessions; memberships end afterwards, see {@link parley.persistence.departure.Departures}.
 * Where no administrator is left, the next start of a gateway offers to be one.
 */
public final class DeletionStore {
  private static final String ERASE =
      """
      update account set username = null, skeleton = null, display_name = null,
        password_hash = null, status_text = null, status_emoji = null, status_until = null,
        avatar = null, email = null, email_confirmed_at = null, administrator = false,
        deleted_at = clock_timestamp(),
        profile_version = profile_version + 1, last_seen_shared = false,
        appearance_changed_at =
          case when last_seen_shared then clock_timestamp() else appearance_changed_at end
      where id = $1 and password_hash = $2
      returning profile_version
      """;

  private static final String DELETED =
      "select profile_version from account where id = $1 and deleted_at is not null";

  private static final String END_SESSIONS =
      """
      update session set ended_at = clock_timestamp()
      where account = $1 and ended_at is null and expires_at > clock_timestamp() returning id
      """;

  // One after the other: of two administrators who go at once the second sees that none is left.
  private static final String LOCK_CLAIM = "select 1 from administrator_claim for update";

  private static final String FREE_CLAIM =
      """
      delete from administrator_claim
      where claimed_by is not null and not exists (select from account where administrator)
      """;

  private static final String UNNAME_DEVICES =
      "update session set device = '' where account = $1 and device <> ''";

  private static final String NOTE = "insert into account_deletion (account) values ($1)";

  private final Database database;

  public DeletionStore(Database database) {
    this.database = database;
  }

  /**
   * Deletes an account, once; {@code WRONG_CREDENTIALS} if there is none, or its password was
   * replaced since it was checked.
   */
  public Future<AccountDeleted> delete(DeleteAccount request, Caller caller) {
    return database.transaction(caller.deadline(), tx -> delete(tx, request));
  }

  // The feed first, as everything does that begins a membership or stores for the account.
  private static Future<AccountDeleted> delete(SqlConnection tx, DeleteAccount request) {
    Tuple account = Tuple.of(request.account().value());
    return Feeds.lock(tx, List.of(FeedId.of(request.account())))
        .compose(locked -> tx.query(LOCK_CLAIM).execute())
        .compose(locked -> tx.preparedQuery(ERASE).execute(named(request)))
        .compose(erased -> erased.size() == 0 ? repeat(tx, request) : erased(tx, request, erased))
        .compose(
            profile ->
                tx.preparedQuery(END_SESSIONS)
                    .execute(account)
                    .map(ended -> new AccountDeleted(profile, sessions(ended))));
  }

  private static Tuple named(DeleteAccount request) {
    return Tuple.of(request.account().value(), request.passwordHash());
  }

  private static Future<Profile> erased(
      SqlConnection tx, DeleteAccount request, RowSet<Row> erased) {
    Tuple account = Tuple.of(request.account().value());
    return PeopleStore.erase(tx, request.account())
        .compose(words -> PictureTable.ACCOUNT.replace(tx, request.account().value(), null))
        .compose(pictures -> ResetStore.forget(tx, request.account().value()))
        .compose(forgotten -> EmailStore.forget(tx, request.account().value()))
        .compose(forgotten -> tx.preparedQuery(UNNAME_DEVICES).execute(account))
        .compose(unnamed -> tx.query(FREE_CLAIM).execute())
        .compose(free -> tx.preparedQuery(NOTE).execute(account))
        .map(noted -> profile(request, erased));
  }

  private static Future<Profile> repeat(SqlConnection tx, DeleteAccount request) {
    return tx.preparedQuery(DELETED)
        .execute(Tuple.of(request.account().value()))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw BusFailure.of(FailureCode.WRONG_CREDENTIALS);
              }
              return profile(request, rows);
            });
  }

  private static Profile profile(DeleteAccount request, RowSet<Row> rows) {
    return Profile.deleted(request.account(), rows.iterator().next().getLong("profile_version"));
  }

  private static List<SessionId> sessions(RowSet<Row> rows) {
    List<SessionId> ended = new ArrayList<>();
    for (Row row : rows) {
      UUID id = row.getUUID("id");
      if (ended.size() < PasswordChanged.MAX) {
        ended.add(new SessionId(id));
      }
    }
    return ended;
  }
}
