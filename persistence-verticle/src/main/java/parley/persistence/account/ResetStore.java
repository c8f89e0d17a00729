package parley.persistence.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.account.Credentials;
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
  /**
   * Secrets of an account that are good side by side: so many that were sent, and so many that
   * administrators made. Nobody who only asks ends any: while all places are taken none is sent.
   */
  private static final int MOST = 5;

  /** How long the repeat of a use is answered. */
  private static final Duration REPEATED_WITHIN = Duration.ofMinutes(10);

  private static final String ADMINISTRATOR =
      "select 1 from account where id = $1 and administrator";

  // Under the lock secrets are counted one after the other, and the address stays what it is.
  private static final String FIND =
      """
      select id from account where username = $1 and ($2 or email_confirmed_at is not null)
      for no key update
      """;

  private static final String PRUNE =
      "delete from password_reset where account = $1 and expires_at <= clock_timestamp()";

  private static final String SENT =
      """
      select count(*) as sent from password_reset
      where account = $1 and created_by is null and secret_hash <> $2 and used_at is null
      """;

  private static final String STORE =
      """
      insert into password_reset (secret_hash, account, created_by, expires_at)
      values ($1, $2, $3, clock_timestamp() + $4::bigint * interval '1 millisecond')
      on conflict (secret_hash) do update set secret_hash = excluded.secret_hash
      returning floor(extract(epoch from expires_at) * 1000)::bigint as expires_ms
      """;

  private static final String END_OLDEST =
      """
      delete from password_reset
      where account = $1 and created_by is not null and used_at is null
        and secret_hash not in (
          select secret_hash from password_reset
          where account = $1 and created_by is not null and used_at is null
          order by created_at desc limit $2)
      """;

  private static final String READ =
      """
      select %s from password_reset r join account a on a.id = r.account %s
      where r.secret_hash = $1 and r.used_at is null and r.expires_at > clock_timestamp()
        and a.deleted_at is null
      """
          .formatted(ProfileRows.COLUMNS, ProfileRows.TOLD);

  // Counted before it is told: whoever has only the secret gets no more guesses at the password.
  private static final String REPEAT =
      """
      with repeated as (
        update password_reset set repeats_left = repeats_left - 1
        where secret_hash = $1 and used_at is not null and repeats_left > 0
          and expires_at > clock_timestamp()
        returning account
      )
      select %s, a.password_hash from repeated r join account a on a.id = r.account %s
      where a.deleted_at is null
      """
          .formatted(ProfileRows.COLUMNS, ProfileRows.TOLD);

  // Who replaces a password or an address holds the account's row before any of its secrets.
  private static final String LOCK =
      """
      select a.id from password_reset r join account a on a.id = r.account
      where r.secret_hash = $1 for no key update of a
      """;

  private static final String TAKE =
      """
      update password_reset set used_at = clock_timestamp(),
        expires_at = clock_timestamp() + $2::bigint * interval '1 millisecond'
      where secret_hash = $1 and used_at is null and expires_at > clock_timestamp()
      returning account
      """;

  private static final String REPLACE =
      "update account set password_hash = $2 where id = $1 and deleted_at is null";

  private static final String FORGET = "delete from password_reset where account = $1";

  private static final String FORGET_OTHERS = FORGET + " and secret_hash <> $2";

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
   * Keeps a secret; {@code NOT_FOUND} if nobody has the name or, for one that is to be sent, no
   * address that is confirmed, {@code TOO_MANY} if as many were sent as are good side by side,
   * {@code FORBIDDEN} if it is made by somebody who is no administrator. An administrator's ends
   * the oldest of those.
   */
  public Future<ResetStored> store(StoreReset request, Caller caller) {
    return database.transaction(
        caller.deadline(),
        tx ->
            mayStore(tx, request)
                .compose(allowed -> find(tx, request))
                .compose(account -> store(tx, request, account)));
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

  private static Future<UUID> find(SqlConnection tx, StoreReset request) {
    return tx.preparedQuery(FIND)
        .execute(Tuple.of(request.username(), request.by() != null))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw BusFailure.of(FailureCode.NOT_FOUND);
              }
              return rows.iterator().next().getUUID("id");
            });
  }

  private static Future<ResetStored> store(SqlConnection tx, StoreReset request, UUID account) {
    UUID by = request.by() == null ? null : request.by().value();
    Tuple row = Tuple.of(request.secretHash(), account).addUUID(by).addLong(request.lifeMs());
    return tx.preparedQuery(PRUNE)
        .execute(Tuple.of(account))
        .compose(pruned -> by == null ? place(tx, request, account) : Future.succeededFuture())
        .compose(place -> tx.preparedQuery(STORE).execute(row))
        .map(rows -> new ResetStored(rows.iterator().next().getLong("expires_ms")))
        .compose(
            stored -> tx.preparedQuery(END_OLDEST).execute(Tuple.of(account, MOST)).map(stored));
  }

  private static Future<Void> place(SqlConnection tx, StoreReset request, UUID account) {
    return tx.preparedQuery(SENT)
        .execute(Tuple.of(account, request.secretHash()))
        .map(
            rows -> {
              if (rows.iterator().next().getLong("sent") >= MOST) {
                throw BusFailure.of(FailureCode.TOO_MANY);
              }
              return null;
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
   * How the password is checked that a secret has just set, for few repeats of its use; {@code
   * FORBIDDEN} if it has set none lately, or another took its place.
   */
  public Future<Credentials> repeat(ReadReset request, Caller caller) {
    return database
        .query(REPEAT, Tuple.of(request.secretHash()), caller.deadline())
        .map(
            rows -> {
              orForbidden(rows.size() == 1);
              Row row = rows.iterator().next();
              return new Credentials(ProfileRows.profile(row), row.getString("password_hash"));
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
    String secret = request.secretHash();
    return tx.preparedQuery(LOCK)
        .execute(Tuple.of(secret))
        .compose(
            locked -> tx.preparedQuery(TAKE).execute(Tuple.of(secret, REPEATED_WITHIN.toMillis())))
        .map(ResetStore::account)
        .compose(account -> use(tx, account, request));
  }

  private static UUID account(RowSet<Row> taken) {
    orForbidden(taken.size() == 1);
    return taken.iterator().next().getUUID("account");
  }

  private static Future<PasswordChanged> use(SqlConnection tx, UUID account, UseReset request) {
    return tx.preparedQuery(REPLACE)
        .execute(Tuple.of(account, request.passwordHash()))
        .map(replaced -> orForbidden(replaced.rowCount() == 1))
        .compose(
            replaced ->
                tx.preparedQuery(FORGET_OTHERS).execute(Tuple.of(account, request.secretHash())))
        .compose(forgotten -> tx.preparedQuery(END_SESSIONS).execute(Tuple.of(account)))
        .map(ResetStore::changed);
  }

  /** Ends all secrets of an account, in a transaction that holds its row locked. */
  public static Future<Void> forget(SqlConnection tx, UUID account) {
    return tx.preparedQuery(FORGET).execute(Tuple.of(account)).mapEmpty();
  }

  private static PasswordChanged changed(RowSet<Row> rows) {
    List<SessionId> ended = new ArrayList<>(rows.size());
    rows.forEach(row -> ended.add(new SessionId(row.getUUID("id"))));
    return new PasswordChanged(ended.subList(0, Math.min(ended.size(), PasswordChanged.MAX)));
  }
}
