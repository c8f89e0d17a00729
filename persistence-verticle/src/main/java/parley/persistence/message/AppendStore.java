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
 * version or comes too early where members write slowly, number the rest without a hole, insert,
 * move the heads.
 */
final class AppendStore {
  private static final String LOCK =
      """
      select id from feed where id = any($1) and kind = 'conversation'
      order by id for no key update
      """;

  // The blanks are filled where somebody has to write slowly: the others pay nothing for it.
  private static final String FORM =
      """
      with asked as materialized (
        select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::bigint[]%1$s)
          with ordinality as a(conversation, sender, client_id, content, policy_version%2$s, nr)
      ),
      clock as materialized (select clock_timestamp() as at),
      judged as materialized (
        select a.*, f.head, f.ordinal as total, f.last_at, m.posted as m_posted,
          m.ordinal as m_ordinal, m.changed as m_changed, m.stored_at as m_stored_at,
          m.content::text as m_content, m.edited_at as m_edited_at, m.reactions::text as m_reactions,
          case
            when m.posted is not null then 'repeated'
            when f.id is null then 'unknown'
            when f.policy_version <> a.policy_version then 'stale'%3$s
            else 'new'
          end as verdict
        from asked a
        left join feed f on f.id = a.conversation and f.kind = 'conversation'
        left join message m on m.conversation = a.conversation and m.sender = a.sender
          and m.client_id = a.client_id%4$s
      ),%5$s
      numbered as materialized (
        select j.*, greatest(clock.at, j.last_at) as at,
          j.head + row_number() over w as number, j.total + row_number() over w as counted
        from %6$s j cross join clock
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
      )%7$s
      select nr, verdict, sender, client_id, coalesce(m_posted, number) as posted,
        coalesce(m_ordinal, counted) as ordinal, coalesce(m_changed, number) as changed,
        coalesce(m_stored_at, at) as stored_at, m_content as content,
        m_edited_at as edited_at, m_reactions as reactions
      from numbered order by nr
      """;

  private static final String APPEND = FORM.formatted("", "", "", "", "", "judged", "");

  // Of two messages of one sender in a batch the first counts. Nobody but who has to write slowly
  // has a row looked up: null finds none.
  private static final String APPEND_SLOWLY =
      FORM.formatted(
          ", $6::bigint[]",
          ", pause",
          """

            when a.pause > 0 and s.posted_at + a.pause * interval '1 second'
              > greatest(clock.at, f.last_at) then 'early'""",
          """

        left join member s on s.conversation = a.conversation
          and s.account = case when a.pause > 0 then a.sender end
        cross join clock""",
          """

      paced as materialized (
        select nr, conversation, sender, client_id, content, pause, head, total, last_at, m_posted,
          m_ordinal, m_changed, m_stored_at, m_content, m_edited_at,
          m_reactions,
          case
            when verdict = 'new' and pause > 0 and row_number() over (
              partition by conversation, sender, verdict order by nr) > 1 then 'early'
            else verdict
          end as verdict
        from judged
      ),""",
          "paced",
          """
      ,
      written as (
        update member m set posted_at = n.at from numbered n
        where n.verdict = 'new' and n.pause > 0
          and m.conversation = n.conversation and m.account = n.sender
      )""");

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
    Future<RowSet<Row>> appended = append(tx, requests);
    Future<?> committed = tx.query("commit").execute();
    List<Future<?>> steps = List.of(begun, locked, appended, committed);
    return Future.join(steps)
        .map(all -> appended.result())
        .recover(any -> Future.failedFuture(firstCause(steps)));
  }

  private static Future<RowSet<Row>> append(SqlConnection tx, List<AppendMessage> requests) {
    Tuple columns = columns(requests);
    boolean slowly = requests.stream().anyMatch(request -> request.pauseSeconds() > 0);
    return slowly
        ? tx.preparedQuery(APPEND_SLOWLY).execute(columns.addArrayOfLong(pauses(requests)))
        : tx.preparedQuery(APPEND).execute(columns);
  }

  private static Long[] pauses(List<AppendMessage> requests) {
    return column(requests, Long[]::new, request -> (long) request.pauseSeconds());
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
      case "early" -> Appended.refused(BusFailure.of(FailureCode.RATE_LIMITED));
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
        request.content(),
        null,
        null);
  }
}
