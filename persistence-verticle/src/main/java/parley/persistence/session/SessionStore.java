package parley.persistence.session;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.Check;
import parley.contract.FailureCode;
import parley.contract.id.SessionId;
import parley.contract.session.EndSession;
import parley.contract.session.EndedSessions;
import parley.contract.session.ListEndedSessions;
import parley.contract.session.OpenSession;
import parley.contract.session.ReadSession;
import parley.contract.session.RotateSession;
import parley.contract.session.SessionEnded;
import parley.contract.session.SessionState;
import parley.persistence.account.ProfileRows;
import parley.persistence.pg.Database;

/** Opens, reads, rotates and ends sessions. All times are the database's clock. */
public final class SessionStore {
  private static final long LONGEST_IDLE_MS = Duration.ofDays(400).toMillis();
  private static final long LONGEST_LOOK_BACK_MS = Duration.ofDays(1).toMillis();

  private static final String OPEN =
      """
      insert into session (id, account, refresh_hash, device, expires_at)
      select $1, id, $3, $4, clock_timestamp() + $5::bigint * interval '1 millisecond'
      from account where id = $2 and password_hash = $6 for share
      on conflict (id) do nothing
      """;

  private static final String READ =
      "select "
          + SessionRow.COLUMNS
          + " from session s join account a on a.id = s.account "
          + ProfileRows.TOLD
          + " where s.id = $1";

  private static final String LOCK = READ + " for no key update of s";

  private static final String ROTATE =
      """
      update session set previous_hash = refresh_hash, refresh_hash = $2, rotation_nonce = $3,
        rotated_at = clock_timestamp(), refreshed_at = clock_timestamp(),
        expires_at = clock_timestamp() + $4::bigint * interval '1 millisecond'
      where id = $1
      """;

  private static final String END =
      "update session set ended_at = clock_timestamp() where id = $1 and ended_at is null";

  private static final String ENDED =
      """
      select id from session, (select clock_timestamp() as now) as at
      where ended_at > at.now - $1::bigint * interval '1 millisecond'
        or ended_at is null and expires_at <= at.now
          and expires_at > at.now - $1::bigint * interval '1 millisecond'
      order by coalesce(ended_at, expires_at) desc limit $2
      """;

  private final Database database;

  public SessionStore(Database database) {
    this.database = database;
  }

  /**
   * Stores a session; a repeat changes nothing. {@code WRONG_CREDENTIALS} if the account is unknown
   * or its password was replaced since it was checked, also at this very moment; {@code FORBIDDEN}
   * for an id that is another's session.
   */
  public Future<SessionState> open(OpenSession request, Caller caller) {
    Tuple row =
        Tuple.of(
            request.session().value(),
            request.account().value(),
            request.refreshHash(),
            request.device(),
            idle(request.idleMs()),
            request.passwordHash());
    return database
        .query(OPEN, row, caller.deadline())
        .compose(done -> database.query(READ, key(request.session()), caller.deadline()))
        .map(rows -> opened(request, rows));
  }

  /** A session that lives; {@code SIGNED_OUT} if it ended or is unknown, else expired. */
  public Future<SessionState> read(ReadSession request, Caller caller) {
    return database
        .query(READ, key(request.session()), caller.deadline())
        .map(rows -> SessionRow.alive(rows).state());
  }

  /**
   * Replaces the refresh token: compare and set. Of two who present the same token one wins; the
   * other gets the same answer if it is the same client asking again, else the session ends.
   */
  public Future<SessionState> rotate(RotateSession request, Caller caller) {
    idle(request.idleMs());
    return database
        .transaction(caller.deadline(), tx -> rotate(tx, request))
        .map(SessionStore::orSignedOut);
  }

  // The end must be committed although the answer is a refusal: hence a value, not a failure.
  private static Future<RowSet<Row>> rotate(SqlConnection tx, RotateSession request) {
    return tx.preparedQuery(LOCK)
        .execute(key(request.session()))
        .map(rows -> Rotation.of(SessionRow.alive(rows).tokens(), request))
        .compose(rotation -> write(tx, rotation, request))
        .compose(done -> tx.preparedQuery(READ).execute(key(request.session())));
  }

  private static Future<?> write(SqlConnection tx, Rotation rotation, RotateSession request) {
    return switch (rotation) {
      case ROTATE ->
          tx.preparedQuery(ROTATE)
              .execute(
                  Tuple.of(
                      request.session().value(),
                      request.successorHash(),
                      request.nonce(),
                      request.idleMs()));
      case REPEAT -> Future.succeededFuture();
      case END -> tx.preparedQuery(END).execute(key(request.session()));
    };
  }

  /** Ends a session; one that ended or never was stays as it is. */
  public Future<SessionEnded> end(EndSession request, Caller caller) {
    return database
        .query(END, key(request.session()), caller.deadline())
        .map(done -> new SessionEnded(request.session()));
  }

  /** Sessions that ended or expired lately, the latest first, at most {@link EndedSessions#MAX}. */
  public Future<EndedSessions> ended(ListEndedSessions request, Caller caller) {
    long within = Check.within("withinMs", request.withinMs(), 0, LONGEST_LOOK_BACK_MS);
    return database
        .query(ENDED, Tuple.of(within, EndedSessions.MAX), caller.deadline())
        .map(SessionStore::sessions);
  }

  private static SessionState opened(OpenSession request, RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw BusFailure.of(FailureCode.WRONG_CREDENTIALS);
    }
    SessionRow session = SessionRow.alive(rows);
    if (!session.account().equals(request.account())) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    return session.state();
  }

  private static SessionState orSignedOut(RowSet<Row> rows) {
    return SessionRow.alive(rows).state();
  }

  private static EndedSessions sessions(RowSet<Row> rows) {
    List<SessionId> sessions = new ArrayList<>(rows.size());
    rows.forEach(row -> sessions.add(new SessionId(row.getUUID("id"))));
    return new EndedSessions(sessions);
  }

  private static long idle(long idleMs) {
    return Check.within("idleMs", idleMs, 1, LONGEST_IDLE_MS);
  }

  private static Tuple key(SessionId session) {
    return Tuple.of(session.value());
  }
}
