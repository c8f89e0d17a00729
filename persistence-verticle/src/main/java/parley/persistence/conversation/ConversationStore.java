package parley.persistence.conversation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.ConversationPage;
import parley.contract.conversation.ConversationSummary;
import parley.contract.conversation.FindConversations;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.ReadStanding;
import parley.contract.conversation.Role;
import parley.contract.conversation.Standing;
import parley.persistence.feed.Items;
import parley.persistence.feed.Labels;
import parley.persistence.feed.PageWeight;
import parley.persistence.pg.Database;
import parley.persistence.relation.BondRows;

/** Reads an account's conversations and how it stands to one. */
public final class ConversationStore {
  // Ordered by what never changes: a conversation that comes alive between two pages is on one.
  private static final String LIST =
      "select u.head as through, p.*, l.* from feed u left join lateral (select "
          + Summaries.COLUMNS
          + """
            from member m join conversation c on c.id = m.conversation join feed f on f.id = c.id
            where m.account = $1 and m.state = 'joined'
              and ($2::uuid is null or c.id > $2)
            order by c.id limit $3
          ) p on true
          left join lateral (
          """
          + Summaries.LAST_MESSAGE.formatted("p", "p")
          + """
          ) l on true
          where u.id = $1 and u.kind = 'user'
          order by p.id
          """;

  private static final String STANDING =
      """
      select c.kind, c.writers, c.slow_seconds, c.history, m.state, m.role,
        coalesce(m.visible_from, 0) as visible_from, f.policy_version, f.head, b.*
      from conversation c join feed f on f.id = c.id
      left join member m on m.conversation = c.id and m.account = $2
      left join lateral (select
      """
          + BondRows.COLUMNS
          + ","
          + BondRows.SHARE_ROOM
          + """
            from account me, account you
            where c.kind = 'direct' and $2 in (c.lower_account, c.upper_account) and me.id = $2
              and you.id = case c.lower_account when $2 then c.upper_account else c.lower_account end
              and me.deleted_at is null and you.deleted_at is null
          ) b on true
          where c.id = $1
          """;

  private final Database database;

  public ConversationStore(Database database) {
    this.database = database;
  }

  /**
   * A page, by count or by {@link PageWeight}, and the head of the account's feed at the same
   * moment.
   */
  public Future<ConversationPage> list(FindConversations request, Caller caller) {
    String cursor = request.page().after();
    UUID after = cursor == null ? null : Cursors.conversation(cursor).value();
    int limit = request.page().limit();
    Tuple parameters = Tuple.of(request.account().value(), after, (long) limit + 1);
    return database.query(LIST, parameters, caller.deadline()).map(rows -> page(rows, limit));
  }

  /** Kind, membership, policy version and head of one moment; {@code NOT_FOUND} if unknown. */
  public Future<Standing> standing(ReadStanding request, Caller caller) {
    return database
        .query(
            STANDING,
            Tuple.of(request.conversation().value(), request.account().value()),
            caller.deadline())
        .map(ConversationStore::standing);
  }

  private static ConversationPage page(RowSet<Row> rows, int limit) {
    long through = 0;
    List<ConversationSummary> found = new ArrayList<>();
    for (Row row : rows) {
      through = row.getLong("through");
      if (row.getUUID("id") != null) {
        found.add(Summaries.read(row));
      }
    }
    List<ConversationSummary> page = found.subList(0, PageWeight.fittingAsJson(found, limit));
    boolean more = page.size() < found.size();
    String next = more ? Cursors.of(page.get(page.size() - 1).conversation()) : null;
    return new ConversationPage(page, next, through);
  }

  private static Standing standing(RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    Row row = rows.iterator().next();
    String state = row.getString("state");
    return new Standing(
        Labels.read(ConversationKind.class, row.getString("kind")),
        state == null ? null : Labels.read(MemberState.class, state),
        state == null ? null : Labels.read(Role.class, row.getString("role")),
        Items.policy(row),
        row.getLong("visible_from"),
        row.getLong("policy_version"),
        row.getLong("head"),
        BondRows.read(row));
  }
}
