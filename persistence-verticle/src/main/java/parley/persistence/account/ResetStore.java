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
import parley.contract.account.PasswordChanged;
import parley.contract.account.Profile;
import parley.contract.account.ReadReset;
import parley.contract.account.ResetStored;
import parley.contract.account.StoreReset;
import parley.contract.account.UseReset;
import parley.contract.id.SessionId;
import parley.persistence.pg.Database;

/**
 * One-time secrets for forgotten passwords, by their hashes. All times are the database's clock.
 */
public final class ResetStore {
  /** Secrets of an account that are good side by side; a further one ends the oldest. */
  private static final int MOST = 5;

  private static final String ADMINISTRATOR =
      "select 1 from account where id = $1 and administrator";

  private static final String STORE =
      """
      insert into password_reset (secret_hash, account, created_by, expires_at)
      select $1, id, $2, clock_timestamp() + $4::bigint * interval '1 millisecond'
      from account where username = $3
      on conflict (secret_hash) do update set secret_hash = excluded.secret_hash
      returning account, floor(extract(epoch from expires_at) * 1000)::bigint as expires_ms
      """;

  private static final String PRUNE =
      """
      delete from password_reset where account = $1 and secret_hash not in (
        select secret_hash from password_reset
        where account = $1 and expires_at > clock_timestamp()
        order by created_at desc limit $2)
      """;

  private static final String READ =
      """
      select %s from password_reset r join account a on a.id = r.account %s
      where r.secret_hash = $1 and r.expires_at > clock_timestamp() and a.deleted_at is null
      """
          .formatted(ProfileRows.COLUMNS, ProfileRows.TOLD);

  private static final String TAKE =
      """
      delete from password_reset where secret_hash = $1 and expires_at > clock_timestamp()
      returning account
      """;

  private static final String REPLACE =
      "update account set password_hash = $2 where id = $1 and deleted_at is null";

  private static final String FORGET = "delete from password_reset where account = $1";

  private static final String END_SESSIONS =
      """
      update session set ended_at = clock_timestamp()
      where account = $1 and ended_at is null and expires_at > clock_timestamp() returning id
      """;

  private final Database database;

  public ResetStore(Database database) {
    this.database = database;
  }

  /**
   * Keeps a secret; {@code NOT_FOUND} if nobody has the name, {@code FORBIDDEN} if it is made by
   * somebody who is no administrator.
   */
  public Future<ResetStored> store(StoreReset request, Caller caller) {
    return database.transaction(
        caller.deadline(), tx -> mayStore(tx, request).compose(allowed -> store(tx, request)));
  }

  private static Future<Void> mayStore(SqlConnection tx, StoreReset request) {
    return request.by() == null
        ? Future.succeededFuture()
        : tx.preparedQuery(ADMINISTRATOR)
            .execute(Tuple.of(request.by().value()))
            .map(rows -> orForbidden(rows.size() == 1));
  }

  private static Void orForbidden(boolean good) {
    if (!good) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    return null;
  }

  private static Future<ResetStored> store(SqlConnection tx, StoreReset request) {
    UUID by = request.by() == null ? null : request.by().value();
    Tuple row =
        Tuple.of(request.secretHash())
            .addUUID(by)
            .addString(request.username())
            .addLong(request.lifeMs());
    return tx.preparedQuery(STORE)
        .execute(row)
        .compose(
            rows -> {
              if (rows.size() == 0) {
                throw BusFailure.of(FailureCode.NOT_FOUND);
              }
              Row stored = rows.iterator().next();
              return tx.preparedQuery(PRUNE)
                  .execute(Tuple.of(stored.getUUID("account"), MOST))
                  .map(new ResetStored(stored.getLong("expires_ms")));
            });
  }

  /** Whose password a secret may set; {@code FORBIDDEN} if it is not, or no longer, good. */
  public Future<Profile> read(ReadReset request, Caller caller) {
    return database
        .query(READ, Tuple.of(request.secretHash()), caller.deadline())
        .map(
            rows -> {
              orForbidden(rows.size() == 1);
              return ProfileRows.profile(rows.iterator().next());
            });
  }

  /**
   * Sets the password, ends all sessions and all other secrets, in one transaction; {@code
   * FORBIDDEN} if the secret is not, or no longer, good.
   */
  public Future<PasswordChanged> use(UseReset request, Caller caller) {
    return database.transaction(caller.deadline(), tx -> use(tx, request));
  }

  private static Future<PasswordChanged> use(SqlConnection tx, UseReset request) {
    return tx.preparedQuery(TAKE)
        .execute(Tuple.of(request.secretHash()))
        .map(ResetStore::account)
        .compose(account -> use(tx, account, request.passwordHash()));
  }

  private static UUID account(RowSet<Row> taken) {
    orForbidden(taken.size() == 1);
    return taken.iterator().next().getUUID("account");
  }

  private static Future<PasswordChanged> use(SqlConnection tx, UUID account, String hash) {
    return tx.preparedQuery(REPLACE)
        .execute(Tuple.of(account, hash))
        .map(replaced -> orForbidden(replaced.rowCount() == 1))
        .compose(replaced -> tx.preparedQuery(FORGET).execute(Tuple.of(account)))
        .compose(forgotten -> tx.preparedQuery(END_SESSIONS).execute(Tuple.of(account)))
        .map(ResetStore::changed);
  }

  private static PasswordChanged changed(RowSet<Row> rows) {
    List<SessionId> ended = new ArrayList<>(rows.size());
    rows.forEach(row -> ended.add(new SessionId(row.getUUID("id"))));
    return new PasswordChanged(ended.subList(0, Math.min(ended.size(), PasswordChanged.MAX)));
  }
}
