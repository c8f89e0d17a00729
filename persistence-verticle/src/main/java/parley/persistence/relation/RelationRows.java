package parley.persistence.relation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import parley.contract.id.UserId;
import parley.contract.relation.RelationState;
import parley.persistence.feed.Labels;

/** Reads and writes rows of {@code relation} within a transaction that holds the feeds locked. */
final class RelationRows {
  /** Both sides between {@code $1} and each of {@code $2}, and the time. */
  static final String READ =
      """
      select o.id as other, date_trunc('milliseconds', clock_timestamp()) as now,
        m.state as m_state, m.blocked as m_blocked, m.note as m_note, m.since as m_since,
        m.declined_at as m_declined_at, m.user_changed as m_user_changed,
        t.state as t_state, t.blocked as t_blocked, t.note as t_note, t.since as t_since,
        t.declined_at as t_declined_at
      from unnest($2::uuid[]) with ordinality as o(id, nr)
      left join relation m on m.account = $1 and m.other = o.id
      left join relation t on t.account = o.id and t.other = $1
      order by o.nr
      """;

  private static final String WRITE =
      """
      insert into relation
        (account, other, state, blocked, note, since, declined_at, user_changed)
      select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::boolean[], $5::text[],
        $6::timestamptz[], $7::timestamptz[], $8::bigint[])
      on conflict (account, other) do update set state = excluded.state,
        blocked = excluded.blocked, note = excluded.note, since = excluded.since,
        declined_at = excluded.declined_at, user_changed = excluded.user_changed
      """;

  private RelationRows() {}

  /** One row to be. */
  record Written(UserId account, UserId other, Side side, long changed) {}

  static Future<Void> write(SqlConnection tx, List<Written> rows) {
    Tuple columns =
        Tuple.of(
                column(rows, UUID[]::new, row -> row.account().value()),
                column(rows, UUID[]::new, row -> row.other().value()),
                column(rows, String[]::new, row -> Labels.of(row.side().state())))
            .addValue(column(rows, Boolean[]::new, row -> row.side().blocked()))
            .addValue(column(rows, String[]::new, row -> row.side().note()))
            .addValue(column(rows, OffsetDateTime[]::new, row -> time(row.side().since())))
            .addValue(column(rows, OffsetDateTime[]::new, row -> time(row.side().declinedAt())))
            .addValue(column(rows, Long[]::new, Written::changed));
    return tx.preparedQuery(WRITE).execute(columns).mapEmpty();
  }

  static Sides sides(Row row) {
    return new Sides(side(row, "m_"), side(row, "t_"));
  }

  /** The time of a column in milliseconds since 1970; null for none. */
  static Long millis(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : (Long) time.toInstant().toEpochMilli();
  }

  private static Side side(Row row, String prefix) {
    String state = row.getString(prefix + "state");
    return state == null
        ? Side.NOTHING
        : new Side(
            Labels.read(RelationState.class, state),
            row.getBoolean(prefix + "blocked"),
            row.getString(prefix + "note"),
            millis(row, prefix + "since"),
            millis(row, prefix + "declined_at"));
  }

  private static OffsetDateTime time(Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
  }

  private static <T> T[] column(
      List<Written> rows, IntFunction<T[]> array, Function<Written, T> value) {
    return rows.stream().map(value).toArray(array);
  }
}
