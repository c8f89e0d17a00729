package parley.persistence.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.account.InviteStored;
import parley.contract.account.StoreAccount;
import parley.contract.account.StoreInvite;
import parley.persistence.pg.Database;

/** Stores invitations and admits new accounts by them. Expired ones are removed on the way. */
public final class InviteStore {
  /** The most invitations that are good at the same time. */
  private static final int MAX = 1_000;

  private static final String PRUNE = "delete from invite where expires_at <= clock_timestamp()";

  private static final String STATE =
      """
      select (select administrator from account where id = $1) as administrator,
        (select count(*) from invite where code_hash <> $2) as others
      """;

  private static final String STORE =
      """
      insert into invite (code_hash, created_by, uses_left, expires_at)
      values ($1, $2, $3, clock_timestamp() + $4::bigint * interval '1 millisecond')
      on conflict (code_hash) do update set code_hash = excluded.code_hash
      returning floor(extract(epoch from expires_at) * 1000)::bigint as expires_ms
      """;

  /** A repeat of a sign-up takes nothing. */
  private static final String TAKE =
      """
      update invite set uses_left = uses_left - 1
      where code_hash = $1 and uses_left > 0 and expires_at > clock_timestamp()
        and not exists (select from account where id = $2)
      """;

  /** The secret of the first administrator admits too: who else could invite that person. */
  private static final String OTHERWISE =
      """
      select exists (select from account where id = $2) or exists (
        select from administrator_claim where secret_hash = $1 and claimed_by is null) as admitted
      """;

  private final Database database;

  public InviteStore(Database database) {
    this.database = database;
  }

  /**
   * Stores an invitation; a repeat answers with what is stored. {@code FORBIDDEN} for whoever is no
   * administrator at this moment, {@code TOO_MANY} beyond 1,000 that are good.
   */
  public Future<InviteStored> store(StoreInvite request, Caller caller) {
    return database.transaction(caller.deadline(), tx -> store(tx, request));
  }

  private static Future<InviteStored> store(SqlConnection tx, StoreInvite request) {
    Tuple asked = Tuple.of(request.account().value(), request.codeHash());
    Tuple row =
        Tuple.of(request.codeHash(), request.account().value(), request.uses(), request.lifeMs());
    return tx.query(PRUNE)
        .execute()
        .compose(pruned -> tx.preparedQuery(STATE).execute(asked))
        .map(InviteStore::allowed)
        .compose(allowed -> tx.preparedQuery(STORE).execute(row))
        .map(stored -> new InviteStored(stored.iterator().next().getLong("expires_ms")));
  }

  private static Row allowed(RowSet<Row> rows) {
    Row state = rows.iterator().next();
    if (!Boolean.TRUE.equals(state.getBoolean("administrator"))) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    if (state.getLong("others") >= MAX) {
      throw BusFailure.of(FailureCode.TOO_MANY);
    }
    return state;
  }

  /**
   * Takes one use of the invitation that a new account names, in the transaction that stores it;
   * {@code FORBIDDEN} if the code is not, or no longer, good. One that names none is admitted.
   */
  static Future<Void> admit(SqlConnection tx, StoreAccount request) {
    if (request.inviteHash() == null) {
      return Future.succeededFuture();
    }
    Tuple asked = Tuple.of(request.inviteHash(), request.account().value());
    return tx.preparedQuery(TAKE)
        .execute(asked)
        .compose(
            taken ->
                taken.rowCount() == 1
                    ? Future.succeededFuture()
                    : tx.preparedQuery(OTHERWISE).execute(asked).map(InviteStore::admitted));
  }

  private static Void admitted(RowSet<Row> rows) {
    if (!rows.iterator().next().getBoolean("admitted")) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    return null;
  }
}
