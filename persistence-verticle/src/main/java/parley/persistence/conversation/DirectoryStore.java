package parley.persistence.conversation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import parley.contract.Caller;
import parley.contract.conversation.FindRooms;
import parley.contract.conversation.ListRooms;
import parley.contract.conversation.RoomPage;
import parley.contract.conversation.RoomSummary;
import parley.contract.id.ConversationId;
import parley.persistence.pg.Database;

/** The directory of rooms, ordered by the unique form of their names. */
public final class DirectoryStore {
  // The cursor is where the last room stood, not the room: that may be renamed meanwhile.
  private static final String LIST =
      """
      select c.id, c.name, c.name_key, c.topic, c.member_count, c.avatar, exists (
        select 1 from member m
        where m.conversation = c.id and m.account = $1 and m.state = 'joined') as joined
      from conversation c
      where c.kind = 'room' and c.closed_at is null
        and c.name_key > $2
        %s
      order by c.name_key limit $3
      """;

  private static final String LIST_ALL = LIST.formatted("");
  private static final String SEARCH = LIST.formatted("and c.words @@ $4::text::tsquery");

  private final Database database;

  public DirectoryStore(Database database) {
    this.database = database;
  }

  /** A page of rooms; a query without any word finds none. */
  public Future<RoomPage> list(FindRooms request, Caller caller) {
    ListRooms page = request.page();
    String after = page.after() == null ? "" : Cursors.key(page.after());
    Tuple parameters = Tuple.of(request.account().value(), after, (long) page.limit() + 1);
    if (page.query() == null) {
      return list(LIST_ALL, parameters, page, caller);
    }
    String query = RoomWords.prefixQuery(page.query());
    return query.isEmpty()
        ? Future.succeededFuture(new RoomPage(List.of(), null))
        : list(SEARCH, parameters.addString(query), page, caller);
  }

  private Future<RoomPage> list(String sql, Tuple parameters, ListRooms page, Caller caller) {
    return database.query(sql, parameters, caller.deadline()).map(rows -> page(rows, page.limit()));
  }

  private static RoomPage page(RowSet<Row> rows, int limit) {
    List<RoomSummary> rooms = new ArrayList<>();
    String last = null;
    for (Row row : rows) {
      if (rooms.size() == limit) {
        return new RoomPage(rooms, Cursors.ofKey(last));
      }
      rooms.add(room(row));
      last = row.getString("name_key");
    }
    return new RoomPage(rooms, null);
  }

  private static RoomSummary room(Row row) {
    return new RoomSummary(
        new ConversationId(row.getUUID("id")),
        row.getString("name"),
        row.getString("topic"),
        row.getLong("member_count"),
        row.getBoolean("joined"),
        row.getString("avatar"));
  }
}
