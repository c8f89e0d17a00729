package parley.testkit.servers;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import parley.embedded.DataFolder;
import parley.embedded.EmbeddedPostgres;
import parley.embedded.PostgresOptions;
import parley.testkit.process.Crash;

/**
 * A real PostgreSQL with a fresh, empty database for the test class that registers it in a static
 * field:
 *
 * <pre>{@code
 * @RegisterExtension static final PostgresExtension POSTGRES = PostgresExtension.shared();
 * }</pre>
 *
 * <p>The database is dropped after the class, with the connections left open. It is owned by the
 * role that connects, which is no superuser.
 */
public final class PostgresExtension implements BeforeAllCallback, AfterAllCallback {
  private final PostgresOptions options;
  private final boolean own;
  private final List<String> databases = new ArrayList<>();
  private TestServers servers;
  private EmbeddedPostgres server;
  private DataFolder folder;
  private int depth;

  private PostgresExtension(PostgresOptions options, boolean own) {
    this.options = options;
    this.own = own;
  }

  /** The server that all classes of this JVM share; commits are durable. */
  public static PostgresExtension shared() {
    return new PostgresExtension(PostgresOptions.defaults(), false);
  }

  /** A server for this class alone, which may {@link #crash} and {@link #restart} it. */
  public static PostgresExtension dedicated() {
    return new PostgresExtension(PostgresOptions.defaults(), true);
  }

  /** The same with fsync on or off; off only in tests that are not about durability. */
  public PostgresExtension fsync(boolean value) {
    return new PostgresExtension(options.withFsync(value), own);
  }

  /** The class's database: {@code postgresql://parley:password@127.0.0.1:port/name}. */
  public String uri() {
    return Databases.at(server, databases.get(0));
  }

  /** The superuser's way in, to the database {@code postgres}. */
  public String superuserUri() {
    return server.superuserUri();
  }

  /** One more empty database, dropped after the class like the first. */
  public String newDatabase() {
    String name = "test_" + servers.nextNumber();
    String uri = Databases.create(server, name);
    databases.add(name);
    return uri;
  }

  /** The server's main process. */
  public long pid() {
    return server.pid();
  }

  /** Kills the server without warning and waits for its end. Dedicated servers only. */
  public void crash() {
    requireOwn();
    Crash.of(server.pid());
  }

  /** Starts the server again on the same port with the same data. Dedicated servers only. */
  public void restart() {
    requireOwn();
    server.stop();
    server = EmbeddedPostgres.start(folder, options.withPort(server.port()));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (depth == 0) {
      servers = TestServers.of(context);
      server = own ? startOwn() : servers.postgres(options);
      newDatabase();
    }
    // Nested classes come by here too; they use the database of the class around them.
    depth++;
  }

  @Override
  public void afterAll(ExtensionContext context) {
    depth--;
    if (depth > 0) {
      return;
    }
    if (own) {
      server.stop();
      folder.close();
    } else if (server.isAlive()) {
      databases.forEach(name -> Databases.drop(server, name));
    }
    databases.clear();
  }

  private EmbeddedPostgres startOwn() {
    folder = servers.ownFolder();
    return EmbeddedPostgres.start(folder, options);
  }

  private void requireOwn() {
    if (!own) {
      throw new IllegalStateException("Other classes share this server: use dedicated().");
    }
  }
}
