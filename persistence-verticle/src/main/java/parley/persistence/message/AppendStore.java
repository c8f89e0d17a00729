package parley.persistence.message;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.Json;
import parley.contract.feed.MessageItem;
import parley.contract.message.AppendMessage;
import parley.contract.message.MessageAppended;
import parley.persistence.feed.Items;
import parley.persistence.pg.Database;

/**
 * Stores messages that differ in conversation, sender or client id, in one transaction. Two steps:
 * lock the feeds; then, with a fresh snapshot, tell repeats, refuse what rests on an old policy
 * version, number the rest without a hole, insert, move the heads.
 */
final class AppendStore {
  private static final String LOCK =
      """
      select id from feed where id = any($1) and kind = 'conversation'
      order by id for no key update
      """;

  private static final String APPEND =
      """
      with asked as materialized (
        select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::bigint[])
          with ordinality as a(conversation, sender, client_id, content, policy_version, nr)
      ),
      judged as materialized (
        select a.*, f.head, f.ordinal as total, f.last_at, m.posted as m_posted,
          m.ordinal as m_ordinal, m.changed as m_changed, m.stored_at as m_stored_at,
          m.content::text as m_content,
          case
            when m.posted is not null then 'repeated'
            when f.id is null then 'unknown'
            when f.policy_version <> a.policy_version then 'stale'
            else 'new'
          end as verdict
        from asked a
        left join feed f on f.id = a.conversation and f.kind = 'conversation'
        left join message m on m.conversation = a.conversation and m.sender = a.sender
          and m.client_id = a.client_id
      ),
      clock as materialized (select clock_timestamp() as at),
      numbered as materialized (
        select j.*, greatest(clock.at, j.last_at) as at,
          j.head + row_number() over w as number, j.total + row_number() over w as counted
        from judged j cross join clock
        window w as (partition by j.conversation, j.verdict order by j.nr)
      ),
      stored as (
        insert into message
          (conversation, posted, ordinal, changed, sender, client_id, stored_at, content)
        select conversation, number, counted, number, sender, client_id, at, content::jsonb
        from numbered where verdict = 'new'
      ),
      heads as materialized (
        select conversation, max(number) as head, max(counted) as ordinal, max(at) as at
        from numbered where verdict = 'new' group by conversation
      ),
      moved as (
        update feed f set head = h.head, ordinal = h.ordinal, last_at = h.at
        from heads h where f.id = h.conversation
      ),
      noted as (
        insert into feed_change (feed, head) select conversation, head from heads
      )
      select nr, verdict, sender, client_id, coalesce(m_posted, number) as posted,
        coalesce(m_ordinal, counted) as ordinal, coalesce(m_changed, number) as changed,
        coalesce(m_stored_at, at) as stored_at, m_content as content
      from numbered order by nr
      """;

  private final Database database;

  AppendStore(Database database) {
    this.database = database;
  }

  /** The outcomes in the order of the requests; fails as a whole if the transaction does. */
  Future<List<Appended>> append(List<AppendMessage> requests) {
    return database.connection(tx -> transaction(tx, requests)).map(rows -> read(requests, rows));
  }

  // All four leave in one packet. If one fails the server skips the rest and rolls back; only if
  // each one succeeded did the last commit.
  private static Future<RowSet<Row>> transaction(SqlConnection tx, List<AppendMessage> requests) {
    Future<?> begun = tx.query("begin").execute();
    Future<?> locked = tx.preparedQuery(LOCK).execute(Tuple.of(conversations(requests)));
    Future<RowSet<Row>> appended = tx.preparedQuery(APPEND).execute(columns(requests));
    Future<?> committed = tx.query("commit").execute();
    List<Future<?>> steps = List.of(begun, locked, appended, committed);
    return Future.join(steps)
        .map(all -> appended.result())
        .recover(any -> Future.failedFuture(firstCause(steps)));
  }

  // What follows a failed step fails too, with an error that says nothing of the reason.
  private static Throwable firstCause(List<Future<?>> steps) {
    return steps.stream().filter(Future::failed).findFirst().orElseThrow().cause();
  }

  private static UUID[] conversations(List<AppendMessage> requests) {
    return column(requests, UUID[]::new, request -> request.conversation().value());
  }

  private static Tuple columns(List<AppendMessage> requests) {
    return Tuple.of(
        conversations(requests),
        column(requests, UUID[]::new, request -> request.sender().value()),
        column(requests, UUID[]::new, request -> request.clientId().value()),
        column(requests, String[]::new, request -> Json.encode(request.content())),
        column(requests, Long[]::new, AppendMessage::policyVersion));
  }

  private static <T> T[] column(
      List<AppendMessage> requests, IntFunction<T[]> array, Function<AppendMessage, T> value) {
    return requests.stream().map(value).toArray(array);
  }

  private static List<Appended> read(List<AppendMessage> requests, RowSet<Row> rows) {
    Appended[] outcomes = new Appended[requests.size()];
    for (Row row : rows) {
      int at = Math.toIntExact(row.getLong("nr") - 1);
      outcomes[at] = read(requests.get(at), row);
    }
    return Arrays.asList(outcomes);
  }

  private static Appended read(AppendMessage request, Row row) {
    String verdict = row.getString("verdict");
    return switch (verdict) {
      case "new" -> Appended.stored(new MessageAppended(stored(request, row), false));
      case "repeated" -> Appended.stored(new MessageAppended(Items.message(row), true));
      case "unknown" -> Appended.refused(BusFailure.of(FailureCode.NOT_FOUND));
      case "stale" -> Appended.refused(BusFailure.of(FailureCode.STALE));
      default -> throw new IllegalStateException("no such verdict: " + verdict);
    };
  }

  private static MessageItem stored(AppendMessage request, Row row) {
    return new MessageItem(
        row.getLong("changed"),
        row.getLong("posted"),
        row.getLong("ordinal"),
        request.sender(),
        request.clientId(),
        row.getOffsetDateTime("stored_at").toInstant().toEpochMilli(),
        request.content());
  }
}
