package parley.persistence.feed;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.feed.FeedHead;
import parley.contract.feed.FeedId;
import parley.contract.feed.Heads;
import parley.contract.feed.Item;
import parley.contract.feed.Range;
import parley.contract.feed.ReadHeads;
import parley.contract.feed.ReadRange;
import parley.persistence.pg.Database;

/** Reads feeds. Head and rows come from one statement, so they are of one moment. */
public final class FeedStore {
  private static final String READ_CONVERSATION =
      """
      select f.head, i.*
      from feed f left join lateral (
        (select 'message' as item, changed, posted, ordinal, sender, client_id, stored_at,
           content::text as content, null::uuid as account, null as state, null as role,
           null as kind, null as name, null as topic, null::bigint as member_count,
           null::uuid as lower_account, null::uuid as upper_account, null as writers,
           null::integer as slow_seconds, null as history, null as avatar, edited_at,
           reactions::text as reactions
         from message where conversation = $1 and changed > $2 and changed <= $4 and posted >= $5
           order by changed limit $3)
        union all
        (select 'member', changed, null, null, null, null, null, null, account, state, role,
           null, null, null, null, null, null, null, null, null, null, null, null
         from member where conversation = $1 and changed > $2 and changed <= $4 order by changed limit $3)
        union all
        (select 'conversation', changed, null, null, null, null, null, null, null, null, null,
           kind, name, topic, member_count, lower_account, upper_account, writers, slow_seconds,
           history, avatar, null, null
         from conversation where id = $1 and changed > $2 and changed <= $4)
        order by changed limit $3
      ) i on true
      where f.id = $1 and f.kind = 'conversation'
      order by i.changed
      """;

  private static final String READ_USER =
      """
      select f.head, i.*
      from feed f left join lateral (
        (select 'membership' as item, user_changed as changed, conversation, state, role,
           null::bigint as read_ordinal, visible_from, null::uuid as other,
           null::boolean as blocked, null as note, null::timestamptz as since, null as open_to,
           null::boolean as archived, null::boolean as hidden, null::boolean as favourite,
           null as alerts, null::timestamptz as muted_until, null as presence_mode,
           null::boolean as last_seen_shared
         from member where account = $1 and user_changed > $2 and user_changed <= $4 order by user_changed limit $3)
        union all
        (select 'readMark', mark_changed, conversation, null, null, read_ordinal, null, null, null,
           null, null, null, null, null, null, null, null, null, null
         from member where account = $1 and mark_changed > $2 and mark_changed <= $4 order by mark_changed limit $3)
        union all
        (select 'preferences', preferences_changed, conversation, null, null, null, null, null,
           null, null, null, null, archived, hidden, favourite, alerts, muted_until, null,
           null
         from member where account = $1 and preferences_changed > $2 and preferences_changed <= $4 order by preferences_changed limit $3)
        union all
        (select 'relation', user_changed, null, state, null, null, null, other, blocked, note, since, null,
           null, null, null, null, null, null, null
         from relation where account = $1 and user_changed > $2 and user_changed <= $4 order by user_changed limit $3)
        union all
        (select 'settings', settings_changed, null, null, null, null, null, null, null, null, null, open_to,
           null, null, null, null, null, presence_mode, last_seen_shared
         from account where id = $1 and settings_changed > $2 and settings_changed <= $4)
        order by changed limit $3
      ) i on true
      where f.id = $1 and f.kind = 'user'
      order by i.changed
      """;

  private static final String HEADS = "select id, kind, head from feed where id = any($1)";

  private final Database database;

  public FeedStore(Database database) {
    this.database = database;
  }

  /**
   * What changed after a position. The last page ends with the head, or with the number asked for;
   * one that is full, by count or by {@link PageWeight}, ends with its last item. {@code NOT_FOUND}
   * for an unknown feed, {@code MALFORMED} for a position that the feed has not reached.
   */
  public Future<Range> read(ReadRange request, Caller caller) {
    String sql =
        switch (request.feed().kind()) {
          case CONVERSATION -> READ_CONVERSATION;
          case USER -> READ_USER;
        };
    Tuple parameters =
        Tuple.of(
            request.feed().value(),
            request.after(),
            (long) request.limit() + 1,
            request.upTo() == null ? Long.MAX_VALUE : request.upTo());
    if (request.feed().kind() == FeedId.Kind.CONVERSATION) {
      parameters.addLong(request.visibleFrom());
    }
    return database.query(sql, parameters, caller.deadline()).map(rows -> range(request, rows));
  }

  /** The heads of those that exist. */
  public Future<Heads> heads(ReadHeads request, Caller caller) {
    Set<FeedId> asked = Set.copyOf(request.feeds());
    UUID[] ids = asked.stream().map(FeedId::value).toArray(UUID[]::new);
    return database
        .query(HEADS, Tuple.of(ids), caller.deadline())
        .map(rows -> new Heads(known(FeedRows.heads(rows), asked)));
  }

  private static List<FeedHead> known(List<FeedHead> heads, Set<FeedId> asked) {
    return heads.stream().filter(head -> asked.contains(head.feed())).toList();
  }

  private static long end(ReadRange request, long head) {
    long end = request.upTo() == null ? head : Math.min(head, request.upTo());
    return Math.max(request.after(), end);
  }

  private static Range range(ReadRange request, RowSet<Row> rows) {
    long head = -1;
    List<Item> items = new ArrayList<>();
    for (Row row : rows) {
      head = row.getLong("head");
      if (row.getString("item") != null) {
        items.add(Items.of(row));
      }
    }
    if (head < 0) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    if (request.after() > head) {
      throw BusFailure.malformed("after");
    }
    List<Item> page = items.subList(0, PageWeight.fitting(items, request.limit()));
    boolean more = page.size() < items.size();
    long through = more ? page.get(page.size() - 1).changed() : end(request, head);
    return new Range(request.feed(), request.after(), through, page);
  }
}
