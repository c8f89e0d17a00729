package parley.persistence.conversation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.conversation.PreferConversation;
import parley.contract.conversation.Preferences;
import parley.contract.conversation.PreferencesStored;
import parley.contract.conversation.StorePreferences;
import parley.contract.feed.FeedId;
import parley.contract.feed.PreferencesItem;
import parley.contract.feed.Range;
import parley.persistence.feed.Feeds;
import parley.persistence.feed.Items;
import parley.persistence.feed.Labels;
import parley.persistence.feed.LockedFeed;
import parley.persistence.pg.Database;

/** Keeps how members want to have conversations, in the member's own feed. */
public final class PreferenceStore {
  private static final String READ =
      """
      select archived, hidden, favourite, alerts, muted_until from member
      where conversation = $1 and account = $2 and state = 'joined'
      """;

  private static final String WRITE =
      """
      update member set archived = $3, hidden = $4, favourite = $5, alerts = $6, muted_until = $7,
        preferences_changed = $8
      where conversation = $1 and account = $2
      """;

  private final Database database;

  public PreferenceStore(Database database) {
    this.database = database;
  }

  /** Keeps all of them; what is so already changes nothing. {@code NOT_A_MEMBER} for others. */
  public Future<PreferencesStored> store(StorePreferences request, Caller caller) {
    return database.transaction(caller.deadline(), tx -> store(tx, request));
  }

  private static Future<PreferencesStored> store(SqlConnection tx, StorePreferences request) {
    FeedId user = FeedId.of(request.account());
    Tuple key = Tuple.of(request.wanted().conversation().value(), request.account().value());
    return Feeds.lock(tx, List.of(user))
        .compose(
            locked ->
                tx.preparedQuery(READ)
                    .execute(key)
                    .map(PreferenceStore::present)
                    .compose(now -> store(tx, request, locked.get(user), now)));
  }

  private static Preferences present(RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw BusFailure.of(FailureCode.NOT_A_MEMBER);
    }
    return Items.preferences(rows.iterator().next());
  }

  private static Future<PreferencesStored> store(
      SqlConnection tx, StorePreferences request, LockedFeed user, Preferences now) {
    PreferConversation wanted = request.wanted();
    if (wanted.preferences().equals(now)) {
      return Future.succeededFuture(new PreferencesStored(List.of()));
    }
    PreferencesItem item =
        new PreferencesItem(user.head() + 1, wanted.conversation(), wanted.preferences());
    Range range = MemberRows.range(user, item);
    return tx.preparedQuery(WRITE)
        .execute(row(request, item.changed()))
        .compose(done -> Feeds.move(tx, List.of(new Feeds.Move(user.id(), range.through(), false))))
        .map(new PreferencesStored(List.of(range)));
  }

  private static Tuple row(StorePreferences request, long changed) {
    Preferences wanted = request.wanted().preferences();
    return Tuple.of(
            request.wanted().conversation().value(),
            request.account().value(),
            wanted.archived(),
            wanted.hidden(),
            wanted.favourite(),
            Labels.of(wanted.alerts()))
        .addOffsetDateTime(
            wanted.mutedUntil() == null
                ? null
                : Instant.ofEpochMilli(wanted.mutedUntil()).atOffset(ZoneOffset.UTC))
        .addLong(changed);
  }
}
