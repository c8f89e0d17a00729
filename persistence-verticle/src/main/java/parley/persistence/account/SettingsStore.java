package parley.persistence.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Objects;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.account.FindSettings;
import parley.contract.account.Settings;
import parley.contract.account.SettingsStored;
import parley.contract.account.StoreSettings;
import parley.contract.feed.FeedId;
import parley.contract.feed.Range;
import parley.contract.feed.SettingsItem;
import parley.persistence.feed.Feeds;
import parley.persistence.feed.Items;
import parley.persistence.feed.Labels;
import parley.persistence.pg.Database;

/** Keeps what people choose for their accounts, in the feeds of these. */
public final class SettingsStore {
  private static final String READ =
      """
      select f.head, coalesce(a.settings_changed, 0) as changed, a.open_to, a.presence_mode,
        a.last_seen_shared
      from account a join feed f on f.id = a.id where a.id = $1
      """;

  private static final String WRITE =
      """
      update account set open_to = $2, presence_mode = $3, settings_changed = $4,
        last_seen_shared = $5, appearance_changed_at =
          case when (presence_mode, last_seen_shared) = ($3, $5) then appearance_changed_at
            else clock_timestamp() end
      where id = $1
      """;

  private final Database database;

  public SettingsStore(Database database) {
    this.database = database;
  }

  /** What is chosen; {@code FORBIDDEN} if there is no such account. */
  public Future<Settings> read(FindSettings request, Caller caller) {
    return database
        .query(READ, Tuple.of(request.account().value()), caller.deadline())
        .map(SettingsStore::settings);
  }

  /** Keeps a choice; the one that is there already changes nothing. */
  public Future<SettingsStored> store(StoreSettings request, Caller caller) {
    return database.transaction(
        caller.deadline(),
        tx ->
            Feeds.lock(tx, List.of(FeedId.of(request.account())))
                .compose(
                    locked -> tx.preparedQuery(READ).execute(Tuple.of(request.account().value())))
                .map(SettingsStore::settings)
                .compose(before -> store(tx, request, before)));
  }

  private static Future<SettingsStored> store(
      SqlConnection tx, StoreSettings request, Settings before) {
    SettingsItem after = chosen(before, request);
    if (after.equals(before.settings())) {
      return Future.succeededFuture(new SettingsStored(before, List.of()));
    }
    FeedId feed = FeedId.of(request.account());
    long number = before.through() + 1;
    SettingsItem item =
        new SettingsItem(number, after.openTo(), after.mode(), after.sharesLastSeen());
    Range range = new Range(feed, before.through(), number, List.of(item));
    return tx.preparedQuery(WRITE)
        .execute(
            Tuple.of(
                request.account().value(),
                Labels.of(item.openTo()),
                Labels.of(item.mode()),
                number,
                item.sharesLastSeen()))
        .compose(done -> Feeds.move(tx, List.of(new Feeds.Move(feed, number, false))))
        .map(moved -> new SettingsStored(new Settings(item, number), List.of(range)));
  }

  /** What is chosen then, still with the number of before. */
  private static SettingsItem chosen(Settings before, StoreSettings request) {
    SettingsItem old = before.settings();
    return new SettingsItem(
        old.changed(),
        Objects.requireNonNullElse(request.openTo(), old.openTo()),
        Objects.requireNonNullElse(request.mode(), old.mode()),
        Objects.requireNonNullElse(request.sharesLastSeen(), old.sharesLastSeen()));
  }

  private static Settings settings(RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    Row row = rows.iterator().next();
    return new Settings(Items.settings(row), row.getLong("head"));
  }
}
