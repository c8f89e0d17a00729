package parley.persistence.conversation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
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
import parley.persistence.feed.Labels;
import parley.persistence.pg.Database;

/** Reads an account's conversations and how it stands to one. */
public final class ConversationStore {
  // An account belongs to a bounded number of conversations, so sorting them costs little.
  private static final String LIST =
      "select u.head as through, p.*, l.* from feed u left join lateral (select "
          + Summaries.COLUMNS
          + """
            from member m join conversation c on c.id = m.conversation join feed f on f.id = c.id
            where m.account = $1 and m.state = 'joined'
              and (f.last_at, c.id) < (coalesce($2::timestamptz, 'infinity'),
                coalesce($3::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
            order by f.last_at desc, c.id desc limit $4
          ) p on true
          left join lateral (
          """
          + Summaries.LAST_MESSAGE.formatted("p.id")
          + """
          ) l on true
          where u.id = $1 and u.kind = 'user'
          order by p.last_at desc, p.id desc
          """;

  private static final String STANDING =
      """
      select c.kind, m.state, m.role, f.policy_version, f.head
      from conversation c join feed f on f.id = c.id
      left join member m on m.conversation = c.id and m.account = $2
      where c.id = $1
      """;

  private final Database database;

  public ConversationStore(Database database) {
    this.database = database;
  }

  /** A page, and the head of the account's feed at the same moment. */
  public Future<ConversationPage> list(FindConversations request, Caller caller) {
    String cursor = request.page().after();
    Cursors.Activity after =
        cursor == null ? new Cursors.Activity(null, null) : Cursors.activity(cursor);
    int limit = request.page().limit();
    Tuple parameters =
        Tuple.of(request.account().value(), after.at(), after.conversation(), (long) limit + 1);
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
    String next = null;
    List<ConversationSummary> page = new ArrayList<>();
    Row last = null;
    for (Row row : rows) {
      through = row.getLong("through");
      if (page.size() == limit) {
        next = Cursors.of(activity(last));
      } else if (row.getUUID("id") != null) {
        page.add(Summaries.read(row));
        last = row;
      }
    }
    return new ConversationPage(page, next, through);
  }

  private static Cursors.Activity activity(Row row) {
    return new Cursors.Activity(row.getOffsetDateTime("last_at"), row.getUUID("id"));
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
        row.getLong("policy_version"),
        row.getLong("head"));
  }
}
