package parley.testkit.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresExtensionIT {
  @RegisterExtension static final PostgresExtension FIRST = PostgresExtension.shared();
  @RegisterExtension static final PostgresExtension SECOND = PostgresExtension.shared();

  @RegisterExtension static final PostgresExtension FAST = PostgresExtension.shared().fsync(false);

  @RegisterExtension
  static final PostgresExtension OWN = PostgresExtension.dedicated().fsync(false);

  @Test
  void sharesOneDurableServerButNoDatabase() throws SQLException {
    assertEquals(FIRST.pid(), SECOND.pid());
    assertEquals("on", ask(FIRST.uri(), "show fsync"));
    ask(FIRST.uri(), "create table t as select 1; select 1");
    assertThrows(SQLException.class, () -> ask(SECOND.uri(), "select * from t"));
    assertThrows(SQLException.class, () -> ask(FIRST.newDatabase(), "select * from t"));
  }

  @Test
  void runsWithoutFsyncOnlyWhereAsked() throws SQLException {
    assertEquals("off", ask(FAST.uri(), "show fsync"));
    assertNotEquals(FIRST.pid(), FAST.pid());
    assertNotEquals(FAST.pid(), OWN.pid());
  }

  @Test
  void comesBackOnTheSameAddressWithItsDataAfterACrash() throws SQLException {
    String before = OWN.uri();
    ask(before, "create table kept as select 5 as n; select 1");
    OWN.crash();
    assertThrows(SQLException.class, () -> ask(before, "select 1"));
    OWN.restart();
    assertEquals(before, OWN.uri());
    assertEquals("5", ask(before, "select n from kept"));
  }

  @Test
  void refusesToCrashWhatOthersShare() {
    assertThrows(IllegalStateException.class, FIRST::crash);
    assertThrows(IllegalStateException.class, FIRST::restart);
  }

  @Nested
  class WithinAnotherClass {
    @Test
    void usesTheDatabaseOfTheClassAround() throws SQLException {
      assertEquals("1", ask(FIRST.uri(), "select 1"));
    }
  }

  private static String ask(String address, String sql) throws SQLException {
    URI uri = URI.create(address);
    String[] account = uri.getUserInfo().split(":");
    String jdbc = "jdbc:postgresql://127.0.0.1:" + uri.getPort() + uri.getPath();
    try (Connection connection = DriverManager.getConnection(jdbc, account[0], account[1]);
        Statement statement = connection.createStatement()) {
      for (String part : sql.split("; ")) {
        statement.execute(part);
      }
      try (ResultSet rows = statement.getResultSet()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}
