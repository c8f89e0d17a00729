package parley.persistence.message;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.id.UserId;
import parley.contract.message.FindReactions;
import parley.contract.message.ListReactions;
import parley.contract.message.MessageStored;
import parley.contract.message.Reaction;
import parley.contract.message.ReactionPage;
import parley.contract.message.SetReaction;
import parley.contract.message.StoreReaction;
import parley.persistence.pg.Database;

/** Emoji that messages were answered with: each account each emoji once. */
public final class ReactionStore {
  private static final String KNOWN =
      """
      select count(distinct emoji)::integer as kinds,
        coalesce(bool_or(emoji = $3), false) as used,
        coalesce(bool_or(emoji = $3 and account = $4), false) as there
      from reaction where conversation = $1 and posted = $2
      """;

  private static final String ADD =
      """
      insert into reaction (conversation, posted, emoji, account, number)
      values ($1, $2, $3, $4, $5)
      """;

  private static final String TAKE =
      """
      delete from reaction
      where conversation = $1 and posted = $2 and emoji = $3 and account = $4
      """;

  private static final String LIST =
      """
      select r.account, r.number
      from message m left join lateral (
        select account, number from reaction
        where conversation = $1 and posted = $2 and emoji = $4 and number > $5
        order by number limit $6
      ) r on true
      where m.conversation = $1 and m.posted = $2 and m.posted >= $3
      order by r.number
      """;

  private final Database database;

  public ReactionStore(Database database) {
    this.database = database;
  }

  /**
   * Sets or takes away; what is so already changes nothing. {@code NOT_FOUND} for an unknown or
   * deleted message, {@code TOO_MANY} for one kind more than {@value Reaction#MAX_KINDS}.
   */
  public Future<MessageStored> set(StoreReaction request, Caller caller) {
    return database.transaction(caller.deadline(), tx -> set(tx, request));
  }

  private static Future<MessageStored> set(SqlConnection tx, StoreReaction request) {
    SetReaction wanted = request.reaction();
    Tuple key =
        Tuple.of(
            wanted.conversation().value(),
            wanted.posted(),
            wanted.emoji(),
            request.account().value());
    return LockedMessage.of(tx, wanted.conversation(), wanted.posted(), request.visibleFrom())
        .compose(
            message ->
                tx.preparedQuery(KNOWN)
                    .execute(key)
                    .compose(known -> set(tx, request, key, message, known)));
  }

  private static Future<MessageStored> set(
      SqlConnection tx, StoreReaction request, Tuple key, LockedMessage message, RowSet<Row> rows) {
    Row known = rows.iterator().next();
    if (message.deleted()) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    boolean set = request.reaction().set();
    if (known.getBoolean("there") == set) {
      return message.unchanged();
    }
    message.requirePolicy(request.policyVersion());
    if (set && !known.getBoolean("used") && known.getInteger("kinds") >= Reaction.MAX_KINDS) {
      throw BusFailure.of(FailureCode.TOO_MANY);
    }
    Future<?> changed =
        set
            ? tx.preparedQuery(ADD).execute(key.addLong(message.feed().head() + 1))
            : tx.preparedQuery(TAKE).execute(key);
    return changed.compose(done -> message.count(tx));
  }

  /** A page; {@code NOT_FOUND} for an unknown message or one before the visible. */
  public Future<ReactionPage> list(FindReactions request, Caller caller) {
    ListReactions page = request.page();
    Tuple parameters =
        Tuple.of(
            page.conversation().value(),
            page.posted(),
            request.visibleFrom(),
            page.emoji(),
            page.after() == null ? 0L : page.after(),
            (long) page.limit() + 1);
    return database.query(LIST, parameters, caller.deadline()).map(rows -> page(page, rows));
  }

  private static ReactionPage page(ListReactions request, RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    List<UserId> accounts = new ArrayList<>();
    Long last = null;
    for (Row row : rows) {
      if (row.getLong("number") != null && accounts.size() < request.limit()) {
        accounts.add(new UserId(row.getUUID("account")));
        last = row.getLong("number");
      }
    }
    return new ReactionPage(accounts, rows.size() > request.limit() ? last : null);
  }
}
