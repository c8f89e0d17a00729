package parley.launcher.faults;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import parley.testkit.bridge.Await;

/** Somebody else holds locks in PostgreSQL until this is closed. */
final class Hold implements AutoCloseable {
  // Not pg_stat_activity, of which a transaction sees one state only, that of its first look.
  private static final String WAITING = "select count(*) from pg_locks where not granted";

  private final Connection connection;

  private Hold(Connection connection) {
    this.connection = connection;
  }

  /**
   * Returns when the locks are held.
   *
   * @param uri of the database, with name and password
   * @param statement what takes them
   */
  static Hold of(String uri, String statement) {
    URI parts = URI.create(uri);
    String[] login = parts.getUserInfo().split(":");
    String url = "jdbc:postgresql://" + parts.getHost() + ":" + parts.getPort() + parts.getPath();
    try {
      Connection connection = DriverManager.getConnection(url, login[0], login[1]);
      connection.setAutoCommit(false);
      Hold hold = new Hold(connection);
      hold.run(statement);
      return hold;
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  /** Returns when somebody waits for a lock. */
  void awaitWaiting() {
    Await.until("somebody waits for a lock", () -> waiting() > 0);
  }

  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private void run(String statement) throws SQLException {
    try (Statement one = connection.createStatement()) {
      one.execute(statement);
    }
  }

  private int waiting() {
    try (Statement one = connection.createStatement();
        ResultSet rows = one.executeQuery(WAITING)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }
}
