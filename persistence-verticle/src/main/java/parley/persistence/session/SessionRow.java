package parley.persistence.session;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;
import parley.contract.session.SessionState;
import parley.persistence.account.ProfileRows;

/** A session as a statement read it. */
record SessionRow(Row row) {
  static final String COLUMNS =
      """
      s.id, s.refresh_hash, s.previous_hash, s.rotation_nonce,
      coalesce(s.rotated_at > clock_timestamp() - interval '60 seconds', false) as fresh,
      s.ended_at is not null as ended, a.administrator,
      floor(extract(epoch from s.expires_at - clock_timestamp()) * 1000)::bigint as remaining_ms,
      """
          + ProfileRows.COLUMNS;

  /** The one row, of a session that neither ended nor expired. */
  static SessionRow alive(RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw BusFailure.of(FailureCode.SIGNED_OUT);
    }
    SessionRow session = new SessionRow(rows.iterator().next());
    if (session.row.getBoolean("ended")) {
      throw BusFailure.of(FailureCode.SIGNED_OUT);
    }
    if (session.row.getLong("remaining_ms") <= 0) {
      throw BusFailure.of(FailureCode.SESSION_EXPIRED);
    }
    return session;
  }

  UserId account() {
    return new UserId(row.getUUID("account"));
  }

  Rotation.Tokens tokens() {
    return new Rotation.Tokens(
        row.getString("refresh_hash"),
        row.getString("previous_hash"),
        row.getString("rotation_nonce"),
        row.getBoolean("fresh"));
  }

  SessionState state() {
    return new SessionState(
        new SessionId(row.getUUID("id")),
        ProfileRows.profile(row),
        row.getBoolean("administrator"),
        row.getLong("remaining_ms"));
  }
}
