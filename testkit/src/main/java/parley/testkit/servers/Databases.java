package parley.testkit.servers;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import parley.embedded.EmbeddedPostgres;

/** Makes and drops databases of the role that Parley connects as. */
final class Databases {
  private Databases() {}

  /** Creates an empty database and returns where to connect. */
  static String create(EmbeddedPostgres server, String name) {
    run(server, "create database " + name + " owner parley");
    return at(server, name);
  }

  /** The address of a database that exists. */
  static String at(EmbeddedPostgres server, String name) {
    return server.uri().replaceFirst("/parley$", "/" + name);
  }

  /** Drops a database, with whatever connections a test has left open. */
  static void drop(EmbeddedPostgres server, String name) {
    run(server, "drop database if exists " + name + " with (force)");
  }

  private static void run(EmbeddedPostgres server, String sql) {
    URI uri = URI.create(server.superuserUri());
    String[] account = uri.getUserInfo().split(":");
    String address = "jdbc:postgresql://127.0.0.1:" + uri.getPort() + uri.getPath();
    try (Connection connection = DriverManager.getConnection(address, account[0], account[1]);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("Refused by the test's PostgreSQL: " + sql, e);
    }
  }
}
