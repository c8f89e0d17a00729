package parley.embedded;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One-statement connections to an embedded PostgreSQL. */
final class Jdbc {
  private Jdbc() {}

  static String ask(String uri, String query) throws SQLException {
    try (Connection connection = connect(uri);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  static void run(String uri, String sql) throws SQLException {
    try (Connection connection = connect(uri);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static Connection connect(String uri) throws SQLException {
    URI parts = URI.create(uri);
    String[] account = parts.getUserInfo().split(":");
    String address = "jdbc:postgresql://127.0.0.1:" + parts.getPort() + parts.getPath();
    return DriverManager.getConnection(address, account[0], account[1]);
  }
}
