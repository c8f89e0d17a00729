package parley.persistence;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import parley.persistence.pg.PgAddress;

/** A second pair of eyes on the database, beside the one that is tested. */
public final class Probe implements AutoCloseable {
  private final Connection connection;

  public Probe(String uri) throws SQLException {
    PgAddress address = PgAddress.of(URI.create(uri));
    connection =
        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password().value());
  }

  /** Runs a statement. */
  public void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The one number that a query answers. */
  public long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** The first column of what a query answers. */
  public List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  /** Holds rows locked until {@link #release}. */
  public void lock(String sql) throws SQLException {
    connection.setAutoCommit(false);
    run(sql);
  }

  public void release() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
