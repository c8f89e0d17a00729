package parley.persistence.session;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.account.ChangePassword;
import parley.contract.account.PasswordChanged;
import parley.contract.id.SessionId;
import parley.contract.session.EndOwnSession;
import parley.contract.session.ListSessions;
import parley.contract.session.SessionEnded;
import parley.contract.session.SessionEntry;
import parley.contract.session.Sessions;
import parley.persistence.account.ResetStore;
import parley.persistence.pg.Database;

/** What an account does with its own sessions. All times are the database's clock. */
public final class AccountSessionStore {
  private static final String LIST =
      """
      select id, device, floor(extract(epoch from created_at) * 1000)::bigint as created_ms,
        floor(extract(epoch from refreshed_at) * 1000)::bigint as refreshed_ms
      from session where account = $1 and ended_at is null and expires_at > clock_timestamp()
      order by refreshed_at desc, id limit $2
      """;

  private static final String END =
      """
      update session set ended_at = coalesce(ended_at, clock_timestamp())
      where id = $1 and account = $2
      """;

  /** A repeat finds the next password already there. */
  private static final String REPLACE_PASSWORD =
      "update account set password_hash = $3 where id = $1 and password_hash in ($2, $3)";

  private static final String END_OTHERS =
      """
      update session set ended_at = clock_timestamp()
      where account = $1 and id <> $2 and ended_at is null and expires_at > clock_timestamp()
      returning id
      """;

  private final Database database;

  public AccountSessionStore(Database database) {
    this.database = database;
  }

  /** Those that live, the latest refreshed first, at most {@link Sessions#MAX}. */
  public Future<Sessions> list(ListSessions request, Caller caller) {
    return database
        .query(LIST, Tuple.of(request.account().value(), Sessions.MAX), caller.deadline())
        .map(AccountSessionStore::sessions);
  }

  /** Ends a session, once; {@code NOT_FOUND} if it is another's, or none. */
  public Future<SessionEnded> end(EndOwnSession request, Caller caller) {
    Tuple key = Tuple.of(request.session().value(), request.account().value());
    return database
        .query(END, key, caller.deadline())
        .map(
            rows -> {
              if (rows.rowCount() == 0) {
                throw BusFailure.of(FailureCode.NOT_FOUND);
              }
              return new SessionEnded(request.session());
            });
  }

  /**
   * Replaces the password, ends all sessions but one and all secrets that would set another, in one
   * transaction; {@code WRONG_CREDENTIALS} if another took its place meanwhile.
   */
  public Future<PasswordChanged> changePassword(ChangePassword request, Caller caller) {
    return database.transaction(caller.deadline(), tx -> changePassword(tx, request));
  }

  // The account's row is locked first: a log-in under way has stored its session before this sees
  // the sessions, or finds the password replaced.
  private static Future<PasswordChanged> changePassword(SqlConnection tx, ChangePassword request) {
    Tuple hashes = Tuple.of(request.account().value(), request.currentHash(), request.nextHash());
    Tuple others = Tuple.of(request.account().value(), request.kept().value());
    return tx.preparedQuery(REPLACE_PASSWORD)
        .execute(hashes)
        .map(AccountSessionStore::orWrong)
        .compose(replaced -> ResetStore.forget(tx, request.account().value()))
        .compose(forgotten -> tx.preparedQuery(END_OTHERS).execute(others))
        .map(AccountSessionStore::changed);
  }

  private static RowSet<Row> orWrong(RowSet<Row> rows) {
    if (rows.rowCount() == 0) {
      throw BusFailure.of(FailureCode.WRONG_CREDENTIALS);
    }
    return rows;
  }

  private static PasswordChanged changed(RowSet<Row> rows) {
    List<SessionId> ended = new ArrayList<>(rows.size());
    rows.forEach(row -> ended.add(new SessionId(row.getUUID("id"))));
    return new PasswordChanged(ended.subList(0, Math.min(ended.size(), PasswordChanged.MAX)));
  }

  private static Sessions sessions(RowSet<Row> rows) {
    List<SessionEntry> sessions = new ArrayList<>(rows.size());
    rows.forEach(row -> sessions.add(entry(row)));
    return new Sessions(sessions);
  }

  private static SessionEntry entry(Row row) {
    return new SessionEntry(
        new SessionId(row.getUUID("id")),
        row.getString("device"),
        row.getLong("created_ms"),
        row.getLong("refreshed_ms"));
  }
}
