package parley.persistence.relation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.feed.RelationItem;
import parley.contract.id.UserId;
import parley.contract.relation.FindRelations;
import parley.contract.relation.RelationPage;
import parley.persistence.feed.Items;
import parley.persistence.pg.Database;

/** Reads the friends, requests and blocks of an account. */
public final class RelationListStore {
  // Ordered by what never changes: whatever changes between two pages is on one, or is told.
  private static final String LIST =
      """
      select u.head as through, r.*
      from feed u left join lateral (
        select user_changed as changed, other, state, blocked, note, since
        from relation where account = $1 and (state <> 'none' or blocked)
          and ($2::uuid is null or other > $2)
        order by other limit $3
      ) r on true
      where u.id = $1 and u.kind = 'user'
      order by r.other
      """;

  private final Database database;

  public RelationListStore(Database database) {
    this.database = database;
  }

  /** A page, and the head of the account's feed at the same moment. */
  public Future<RelationPage> list(FindRelations request, Caller caller) {
    int limit = request.page().limit();
    Tuple parameters =
        Tuple.of(request.account().value(), after(request.page().after()), (long) limit + 1);
    return database.query(LIST, parameters, caller.deadline()).map(rows -> page(rows, limit));
  }

  /** {@code MALFORMED} for what never ended a page. */
  private static UUID after(String cursor) {
    try {
      return cursor == null ? null : UserId.of(cursor).value();
    } catch (BusFailure refused) {
      throw BusFailure.malformed("after");
    }
  }

  private static RelationPage page(RowSet<Row> rows, int limit) {
    long through = 0;
    String next = null;
    List<RelationItem> page = new ArrayList<>();
    for (Row row : rows) {
      through = row.getLong("through");
      if (page.size() == limit) {
        next = page.get(limit - 1).account().toString();
      } else if (row.getUUID("other") != null) {
        page.add(Items.relation(row));
      }
    }
    return new RelationPage(page, next, through);
  }
}
