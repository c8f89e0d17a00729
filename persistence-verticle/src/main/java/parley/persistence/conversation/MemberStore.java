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
import parley.contract.conversation.FindMembers;
import parley.contract.conversation.ListMembers;
import parley.contract.conversation.MemberPage;
import parley.contract.feed.MemberItem;
import parley.contract.id.UserId;
import parley.persistence.feed.Items;
import parley.persistence.pg.Database;

/** Reads who belongs to a conversation. Head and rows come from one statement. */
public final class MemberStore {
  private static final String LIST =
      """
      select least(f.head, $4::bigint) as through, m.*
      from feed f left join lateral (
        select changed, account, state, role from member
        where conversation = $1 and state = 'joined' and changed <= $4
          and ($2::uuid is null or account > $2)
        order by account limit $3
      ) m on true
      where f.id = $1 and f.kind = 'conversation'
      order by m.account
      """;

  private final Database database;

  public MemberStore(Database database) {
    this.database = database;
  }

  /** A page ordered by account; {@code NOT_FOUND} for an unknown conversation. */
  public Future<MemberPage> list(FindMembers request, Caller caller) {
    ListMembers page = request.page();
    UUID after = page.after() == null ? null : page.after().value();
    Tuple parameters =
        Tuple.of(page.conversation().value(), after, (long) page.limit() + 1, request.upTo());
    return database
        .query(LIST, parameters, caller.deadline())
        .map(rows -> page(rows, page.limit()));
  }

  private static MemberPage page(RowSet<Row> rows, int limit) {
    if (rows.size() == 0) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    long through = 0;
    List<MemberItem> members = new ArrayList<>();
    for (Row row : rows) {
      through = row.getLong("through");
      if (row.getUUID("account") != null) {
        members.add(Items.member(row));
      }
    }
    if (members.size() <= limit) {
      return new MemberPage(members, null, through);
    }
    UserId next = members.get(limit - 1).account();
    return new MemberPage(members.subList(0, limit), next, through);
  }
}
