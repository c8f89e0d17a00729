package parley.persistence.pg;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import parley.config.Secret;

/**
 * Where the database is and who asks.
 *
 * @param host name or address
 * @param port TCP port
 * @param database its name there
 * @param user the role that owns the tables
 * @param password never printed; empty for none
 */
public record PgAddress(String host, int port, String database, String user, Secret password) {
  private static final int DEFAULT_PORT = 5432;

  /**
   * Reads {@code postgresql://user:password@host:port/database}; special characters are percent
   * encoded.
   *
   * @throws IllegalArgumentException if user or database is missing, or there is anything else
   */
  public static PgAddress of(URI uri) {
    String userInfo = uri.getRawUserInfo();
    String path = uri.getRawPath();
    if (uri.getHost() == null || userInfo == null || path == null || path.length() < 2) {
      throw new IllegalArgumentException("host, user and database are needed");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null || path.indexOf('/', 1) > 0) {
      throw new IllegalArgumentException("nothing may follow the database");
    }
    String[] parts = userInfo.split(":", 2);
    return new PgAddress(
        uri.getHost(),
        uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
        decoded(path.substring(1)),
        decoded(parts[0]),
        new Secret(parts.length < 2 ? "" : decoded(parts[1])));
  }

  /** The same for JDBC, without user and password. */
  public String jdbcUrl() {
    return "jdbc:postgresql://" + host + ":" + port + "/" + encoded(database);
  }

  // A plus is a plus in these parts of a URI; URLDecoder would make it a blank.
  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
