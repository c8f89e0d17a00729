package parley.persistence.message;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.Json;
import parley.contract.message.FindRevisions;
import parley.contract.message.ReadRevisions;
import parley.contract.message.Revision;
import parley.contract.message.RevisionPage;
import parley.contract.message.WrittenContent;
import parley.persistence.feed.PageWeight;
import parley.persistence.pg.Database;

/** Reads what messages said before, by pages, the latest first; see {@link PageWeight}. */
public final class RevisionStore {
  private static final String READ =
      """
      select r.number, r.stored_at, r.content::text as content
      from message m left join lateral (
        select number, stored_at, content from message_revision
        where conversation = $1 and posted = $2
          and number < coalesce($4::integer, 2147483647)
        order by number desc limit $5
      ) r on true
      where m.conversation = $1 and m.posted = $2 and m.posted >= $3
      order by r.number desc
      """;

  private final Database database;

  public RevisionStore(Database database) {
    this.database = database;
  }

  /** A page; {@code NOT_FOUND} for an unknown message or one before the visible. */
  public Future<RevisionPage> read(FindRevisions request, Caller caller) {
    ReadRevisions page = request.page();
    Tuple parameters =
        Tuple.of(
            page.conversation().value(),
            page.posted(),
            request.visibleFrom(),
            page.before(),
            (long) page.limit() + 1);
    return database.query(READ, parameters, caller.deadline()).map(rows -> page(page, rows));
  }

  private static RevisionPage page(ReadRevisions request, RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    List<Revision> revisions = new ArrayList<>();
    for (Row row : rows) {
      if (row.getInteger("number") != null) {
        revisions.add(revision(row));
      }
    }
    int fitting = PageWeight.fittingAsJson(revisions, request.limit());
    return new RevisionPage(revisions.subList(0, fitting), fitting < revisions.size());
  }

  private static Revision revision(Row row) {
    return new Revision(
        row.getInteger("number"),
        row.getOffsetDateTime("stored_at").toInstant().toEpochMilli(),
        Json.decodeLeniently(row.getString("content"), WrittenContent.class));
  }
}
