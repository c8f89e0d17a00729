package parley.persistence.feed;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import parley.contract.feed.FeedHead;
import parley.contract.feed.FeedId;

/** Rows of {@code feed} as records. */
final class FeedRows {
  private FeedRows() {}

  static FeedId id(Row row) {
    return new FeedId(Labels.read(FeedId.Kind.class, row.getString("kind")), row.getUUID("id"));
  }

  static List<FeedHead> heads(RowSet<Row> rows) {
    List<FeedHead> heads = new ArrayList<>(rows.size());
    rows.forEach(row -> heads.add(new FeedHead(id(row), row.getLong("head"))));
    return heads;
  }
}
