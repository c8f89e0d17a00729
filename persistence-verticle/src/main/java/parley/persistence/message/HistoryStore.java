package parley.persistence.message;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.feed.MessageItem;
import parley.contract.message.FindHistory;
import parley.contract.message.HistoryPage;
import parley.contract.message.ReadHistory;
import parley.persistence.feed.Items;
import parley.persistence.feed.PageWeight;
import parley.persistence.pg.Database;

/** Reads messages by pages, backwards from a number or from the newest; see {@link PageWeight}. */
public final class HistoryStore {
  private static final String READ =
      """
      select f.head, m.*
      from feed f left join lateral (
        select %s
        from message
        where conversation = $1 and posted < coalesce($2::bigint, 9223372036854775807)
          and posted >= $4
        order by posted desc limit $3
      ) m on true
      where f.id = $1 and f.kind = 'conversation'
      order by m.posted
      """
          .formatted(Items.MESSAGE);

  private final Database database;

  public HistoryStore(Database database) {
    this.database = database;
  }

  /** A page and the head of one moment; {@code NOT_FOUND} for an unknown conversation. */
  public Future<HistoryPage> read(FindHistory request, Caller caller) {
    ReadHistory page = request.page();
    Tuple parameters =
        Tuple.of(
            page.conversation().value(),
            page.before(),
            (long) page.limit() + 1,
            request.visibleFrom());
    return database.query(READ, parameters, caller.deadline()).map(rows -> page(page, rows));
  }

  private static HistoryPage page(ReadHistory request, RowSet<Row> rows) {
    long head = -1;
    List<MessageItem> messages = new ArrayList<>();
    for (Row row : rows) {
      head = row.getLong("head");
      if (row.getLong("posted") != null) {
        messages.add(Items.message(row));
      }
    }
    if (head < 0) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    Collections.reverse(messages);
    List<MessageItem> page =
        new ArrayList<>(messages.subList(0, PageWeight.fitting(messages, request.limit())));
    Collections.reverse(page);
    return new HistoryPage(page, page.size() < messages.size(), head);
  }
}
