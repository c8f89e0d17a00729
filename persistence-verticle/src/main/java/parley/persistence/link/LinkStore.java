package parley.persistence.link;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.conversation.ConversationKind;
import parley.contract.feed.FeedId;
import parley.contract.id.ConversationId;
import parley.contract.id.LinkId;
import parley.contract.id.UserId;
import parley.contract.link.CreateLink;
import parley.contract.link.FindLink;
import parley.contract.link.Link;
import parley.contract.link.LinkCreated;
import parley.contract.link.LinkRevoked;
import parley.contract.link.Links;
import parley.contract.link.ListLinks;
import parley.contract.link.RevokeLink;
import parley.contract.link.StoreLink;
import parley.contract.link.StoredLink;
import parley.persistence.feed.Feeds;
import parley.persistence.feed.Labels;
import parley.persistence.feed.LockedFeed;
import parley.persistence.pg.Database;

/** Stores, finds and deletes links. Times are the database's clock. */
public final class LinkStore {
  private static final String COLUMNS =
      "id, created_by, floor(extract(epoch from expires_at) * 1000)::bigint as expires_ms, uses_left";

  private static final String PRUNE =
      """
      delete from conversation_link
      where conversation = $1 and expires_at <= clock_timestamp()
      """;

  private static final String OTHERS =
      "select count(*) as others from conversation_link where conversation = $1 and id <> $2";

  // Nothing comes back for an id that another link has.
  private static final String STORE =
      """
      insert into conversation_link
        (id, conversation, secret_hash, created_by, expires_at, uses_left)
      values ($1, $2, $3, $4, clock_timestamp() + $5::bigint * interval '1 hour', $6)
      on conflict (id) do update set id = excluded.id
        where conversation_link.conversation = excluded.conversation
          and conversation_link.created_by = excluded.created_by
          and conversation_link.secret_hash = excluded.secret_hash
      returning
      """
          + COLUMNS;

  private static final String LIST =
      "select "
          + COLUMNS
          + """
           from conversation_link
          where conversation = $1 and expires_at > clock_timestamp()
          order by expires_at desc, id limit $2
          """;

  private static final String DELETE =
      "delete from conversation_link where id = $1 and conversation = $2";

  private static final String FIND =
      """
      select l.conversation, l.secret_hash, c.kind, c.name, c.member_count, c.avatar,
        l.uses_left > 0 and l.expires_at > clock_timestamp() as good
      from conversation_link l join conversation c on c.id = l.conversation
      where l.id = $1
      """;

  private static final String TAKE =
      """
      update conversation_link set uses_left = uses_left - 1
      where id = $1 and conversation = $2 and uses_left > 0 and expires_at > clock_timestamp()
      """;

  private final Database database;

  public LinkStore(Database database) {
    this.database = database;
  }

  /**
   * Stores a link; a repeat answers with what is stored. {@code TOO_MANY} beyond {@value Links#MAX}
   * that have not expired, {@code FORBIDDEN} for an id that is in use otherwise.
   */
  public Future<LinkCreated> store(StoreLink request, Caller caller) {
    return database.transaction(caller.deadline(), tx -> store(tx, request));
  }

  private static Future<LinkCreated> store(SqlConnection tx, StoreLink request) {
    CreateLink link = request.link();
    FeedId feed = FeedId.of(link.conversation());
    UUID conversation = link.conversation().value();
    return Feeds.lock(tx, List.of(feed))
        .map(locked -> allowed(locked.get(feed), request))
        .compose(allowed -> tx.preparedQuery(PRUNE).execute(Tuple.of(conversation)))
        .compose(
            pruned -> tx.preparedQuery(OTHERS).execute(Tuple.of(conversation, link.link().value())))
        .map(LinkStore::fewEnough)
        .compose(few -> tx.preparedQuery(STORE).execute(row(request)))
        .map(rows -> new LinkCreated(stored(rows)));
  }

  private static LockedFeed allowed(LockedFeed feed, StoreLink request) {
    if (feed == null) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    if (feed.policyVersion() != request.policyVersion()) {
      throw BusFailure.of(FailureCode.STALE);
    }
    return feed;
  }

  private static long fewEnough(RowSet<Row> rows) {
    long others = rows.iterator().next().getLong("others");
    if (others >= Links.MAX) {
      throw BusFailure.of(FailureCode.TOO_MANY);
    }
    return others;
  }

  private static Tuple row(StoreLink request) {
    CreateLink link = request.link();
    return Tuple.of(
            link.link().value(),
            link.conversation().value(),
            link.secretHash(),
            request.account().value())
        .addLong((long) link.expiresInHours())
        .addInteger(link.uses());
  }

  private static Link stored(RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    return link(rows.iterator().next());
  }

  private static Link link(Row row) {
    return new Link(
        new LinkId(row.getUUID("id")),
        new UserId(row.getUUID("created_by")),
        row.getLong("expires_ms"),
        row.getInteger("uses_left"));
  }

  /** Those that have not expired. */
  public Future<Links> list(ListLinks request, Caller caller) {
    return database
        .query(LIST, Tuple.of(request.conversation().value(), (long) Links.MAX), caller.deadline())
        .map(
            rows -> {
              List<Link> links = new ArrayList<>(rows.size());
              rows.forEach(row -> links.add(link(row)));
              return new Links(links);
            });
  }

  /** Deletes it, if it is there and leads into the conversation. */
  public Future<LinkRevoked> delete(RevokeLink request, Caller caller) {
    Tuple key = Tuple.of(request.link().value(), request.conversation().value());
    return database
        .query(DELETE, key, caller.deadline())
        .map(done -> new LinkRevoked(request.link()));
  }

  /** The link and where it leads; {@code NOT_FOUND} if there is none. */
  public Future<StoredLink> find(FindLink request, Caller caller) {
    return database
        .query(FIND, Tuple.of(request.link().value()), caller.deadline())
        .map(LinkStore::found);
  }

  private static StoredLink found(RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    Row row = rows.iterator().next();
    return new StoredLink(
        new ConversationId(row.getUUID("conversation")),
        row.getString("secret_hash"),
        row.getBoolean("good"),
        Labels.read(ConversationKind.class, row.getString("kind")),
        row.getString("name"),
        row.getLong("member_count"),
        row.getString("avatar"));
  }

  /**
   * Takes one use in the transaction that begins a membership; {@code NOT_FOUND} if the link is
   * not, or no longer, good.
   */
  public static Future<Void> take(SqlConnection tx, LinkId link, ConversationId conversation) {
    return tx.preparedQuery(TAKE)
        .execute(Tuple.of(link.value(), conversation.value()))
        .map(
            taken -> {
              if (taken.rowCount() == 0) {
                throw BusFailure.of(FailureCode.NOT_FOUND);
              }
              return null;
            });
  }
}
