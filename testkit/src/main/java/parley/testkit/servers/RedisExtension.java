package parley.testkit.servers;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import parley.embedded.DataFolder;
import parley.embedded.EmbeddedRedis;
import parley.embedded.RedisOptions;
import parley.testkit.process.Crash;

/**
 * A real Redis with an emptied logical database for the test class that registers it in a static
 * field:
 *
 * <pre>{@code
 * @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();
 * }</pre>
 *
 * <p>Logical databases come round again after 15 classes. Channels, scripts and settings belong to
 * the whole server: a class that depends on being alone with those takes {@link #dedicated}.
 */
public final class RedisExtension implements BeforeAllCallback, AfterAllCallback {
  private static final int DATABASES = 15;

  private final boolean own;
  private EmbeddedRedis server;
  private DataFolder folder;
  private int database;
  private int depth;

  private RedisExtension(boolean own) {
    this.own = own;
  }

  /** The server that all classes of this JVM share. */
  public static RedisExtension shared() {
    return new RedisExtension(false);
  }

  /** A server for this class alone, which may {@link #crash} and {@link #restart} it. */
  public static RedisExtension dedicated() {
    return new RedisExtension(true);
  }

  /** The class's logical database: {@code redis://:password@127.0.0.1:port/index}. */
  public String uri() {
    return server.uri(database);
  }

  /** The server's process. */
  public long pid() {
    return server.pid();
  }

  /** Empties the class's logical database; for use between its tests. */
  public void flush() {
    RedisFlush.of(uri());
  }

  /** Kills the server without warning and waits for its end. Dedicated servers only. */
  public void crash() {
    requireOwn();
    Crash.of(server.pid());
  }

  /**
   * Starts the server again on the same port, with the same password and all data that were older
   * than a second. Dedicated servers only.
   */
  public void restart() {
    requireOwn();
    server.stop();
    server = EmbeddedRedis.start(folder, RedisOptions.defaults().withPort(server.port()));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (depth == 0) {
      start(TestServers.of(context));
    }
    // Nested classes come by here too; they use the database of the class around them.
    depth++;
  }

  @Override
  public void afterAll(ExtensionContext context) {
    depth--;
    if (depth == 0 && own) {
      server.stop();
      folder.close();
    }
  }

  private void start(TestServers servers) {
    database = 1 + servers.nextNumber() % DATABASES;
    if (own) {
      folder = servers.ownFolder();
      server = EmbeddedRedis.start(folder);
    } else {
      server = servers.redis();
      flush();
    }
  }

  private void requireOwn() {
    if (!own) {
      throw new IllegalStateException("Other classes share this server: use dedicated().");
    }
  }
}
