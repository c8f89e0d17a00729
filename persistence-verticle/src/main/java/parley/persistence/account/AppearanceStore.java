package parley.persistence.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import parley.contract.Caller;
import parley.contract.id.UserId;
import parley.contract.presence.Appearance;
import parley.contract.presence.Appearances;
import parley.contract.presence.ListAppearances;
import parley.contract.presence.PresenceMode;
import parley.contract.presence.ReadAppearances;
import parley.persistence.feed.Labels;
import parley.persistence.pg.Database;

/** Tells how accounts want to appear. {@link SettingsStore} keeps it. */
public final class AppearanceStore {
  // Being deleted counts as one choice more: what was shared before is older.
  private static final String COLUMNS =
      """
      select id, presence_mode, last_seen_shared,
        coalesce(settings_changed, 0) + case when deleted_at is null then 0 else 1 end as changed
      from account
      """;

  private static final String READ = COLUMNS + "where id = any($1)";

  private static final String CHANGED =
      COLUMNS
          + """
          where appearance_changed_at > clock_timestamp() - $1::bigint * interval '1 millisecond'
          order by appearance_changed_at desc limit $2
          """;

  private final Database database;

  public AppearanceStore(Database database) {
    this.database = database;
  }

  /** Of these accounts, as far as they exist, in any order. */
  public Future<Appearances> read(ReadAppearances request, Caller caller) {
    UUID[] accounts = request.accounts().stream().map(UserId::value).toArray(UUID[]::new);
    return database
        .query(READ, Tuple.of(accounts), caller.deadline())
        .map(AppearanceStore::appearances);
  }

  /** Of all who chose lately, the latest first. */
  public Future<Appearances> changed(ListAppearances request, Caller caller) {
    return database
        .query(CHANGED, Tuple.of(request.withinMs(), Appearances.MAX), caller.deadline())
        .map(AppearanceStore::appearances);
  }

  private static Appearances appearances(RowSet<Row> rows) {
    List<Appearance> appearances =
        StreamSupport.stream(rows.spliterator(), false).map(AppearanceStore::appearance).toList();
    return new Appearances(appearances);
  }

  private static Appearance appearance(Row row) {
    return new Appearance(
        new UserId(row.getUUID("id")),
        Labels.read(PresenceMode.class, row.getString("presence_mode")),
        row.getBoolean("last_seen_shared"),
        row.getLong("changed"));
  }
}
