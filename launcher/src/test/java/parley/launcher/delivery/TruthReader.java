package parley.launcher.delivery;

import io.vertx.core.Vertx;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.ConversationPage;
import parley.contract.conversation.ListConversations;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Range;
import parley.contract.feed.ReadFeed;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;

/** Asks the tables, and a gateway as people do. */
final class TruthReader {
  private static final String HEADS = "select kind || '.' || id as feed, head from feed";
  private static final String ROWS =
      """
      select 'conversation.' || conversation as conversation, posted, ordinal, sender, client_id,
        coalesce(regexp_replace(content ->> 'text', '^([0-9a-f-]{36}) [0-9]+$', '\\1'),
          client_id::text) as text,
        coalesce(content ->> 'text', 'deleted') as said
      from message order by conversation, posted
      """;
  private static final String REMOVAL =
      """
      select changed from member
      where conversation = '%s'::uuid and account = '%s'::uuid and state <> 'joined'
      """;

  private final URI postgres;

  /** Reads the database at {@code postgresql://user:password@host:port/name}. */
  TruthReader(String postgres) {
    this.postgres = URI.create(postgres);
  }

  /** Everything, with a fresh socket of each person to a gateway. */
  Truth read(Vertx vertx, int port, List<Person> people) {
    Map<String, Map<String, Map<String, Note>>> fresh = new HashMap<>();
    for (Person person : people) {
      Person now = Person.logIn(vertx, port, person.username());
      try (BridgeClient socket = now.connect(vertx, port)) {
        fresh.put(person.username(), fresh(socket, person));
      }
    }
    return new Truth(heads(), rows(), fresh);
  }

  /** The head of each feed. */
  Map<String, Long> heads() {
    Map<String, Long> heads = new HashMap<>();
    query(HEADS, row -> heads.put(row.getString("feed"), row.getLong("head")));
    return heads;
  }

  /** The number with which somebody's membership ended that is over now. */
  long removal(FeedId conversation, Person person) {
    List<Long> changed = new ArrayList<>();
    query(
        REMOVAL.formatted(conversation.value(), person.account()),
        row -> changed.add(row.getLong("changed")));
    return changed.get(0);
  }

  private List<Truth.Row> rows() {
    List<Truth.Row> rows = new ArrayList<>();
    query(
        ROWS,
        row ->
            rows.add(
                new Truth.Row(
                    row.getString("conversation"),
                    row.getLong("posted"),
                    row.getLong("ordinal"),
                    row.getString("sender"),
                    row.getString("client_id"),
                    row.getString("text"),
                    row.getString("said"))));
    return rows;
  }

  private static Map<String, Map<String, Note>> fresh(BridgeClient socket, Person person) {
    ConversationPage page =
        socket.ask(ConversationOperations.LIST_CONVERSATIONS, new ListConversations(null, 200));
    Map<String, Map<String, Note>> feeds = new LinkedHashMap<>();
    Stream.concat(
            Stream.of(FeedId.of(person.account())),
            page.conversations().stream().map(one -> FeedId.of(one.conversation())))
        .forEach(feed -> feeds.put(feed.toString(), readAll(socket, feed)));
    return feeds;
  }

  private static Map<String, Note> readAll(BridgeClient socket, FeedId feed) {
    Map<String, Note> items = new HashMap<>();
    Range range;
    long position = 0;
    do {
      range = socket.ask(FeedOperations.READ_FEED, new ReadFeed(feed, position, Range.MAX_ITEMS));
      range.items().stream().map(Note::of).forEach(item -> items.put(item.key(), item));
      position = range.through();
    } while (range.through() > range.after());
    return items;
  }

  /** Does something with each row; statements hold no text from outside. */
  private void query(String sql, Taking taking) {
    String[] account = postgres.getUserInfo().split(":");
    String address =
        "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getPort() + postgres.getPath();
    try (Connection connection = DriverManager.getConnection(address, account[0], account[1]);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        taking.take(rows);
      }
    } catch (SQLException refused) {
      throw new IllegalStateException("not read: " + sql, refused);
    }
  }

  private interface Taking {
    void take(ResultSet row) throws SQLException;
  }
}
