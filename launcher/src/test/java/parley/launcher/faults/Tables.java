package parley.launcher.faults;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What stands in PostgreSQL, beside Parley. */
final class Tables implements AutoCloseable {
  private final Connection connection;

  private Tables(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param uri of the database, with name and password
   */
  static Tables of(String uri) {
    URI parts = URI.create(uri);
    String[] login = parts.getUserInfo().split(":");
    String url = "jdbc:postgresql://" + parts.getHost() + ":" + parts.getPort() + parts.getPath();
    try {
      return new Tables(DriverManager.getConnection(url, login[0], login[1]));
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  /** The one number that a query answers. */
  long number(String sql) {
    return Long.parseLong(texts(sql).get(0));
  }

  /** Tables in which some row contains a text, whatever the case of its letters. */
  List<String> tablesWith(String text) {
    List<String> found = new ArrayList<>();
    for (String table : texts("select tablename from pg_tables where schemaname = 'public'")) {
      String rows = "select count(*) from \"%s\" t where t::text ilike '%%%s%%'";
      if (number(rows.formatted(table, text)) > 0) {
        found.add(table);
      }
    }
    return found;
  }

  private List<String> texts(String sql) {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }
}
