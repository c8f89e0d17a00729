package parley.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import parley.config.ConfigReader;
import parley.embedded.DataFolder;
import parley.embedded.EmbeddedPostgres;
import parley.embedded.EmbeddedRedis;
import parley.embedded.Supervised;
import parley.gateway.session.SessionConfig;
import parley.gateway.session.SigningKeys;
import parley.gateway.session.SigningKeysException;

/**
 * The servers that a process brings along where none are named: real PostgreSQL, real Redis and a
 * key for sessions, in one data folder that belongs to one process at a time. A server that ends
 * while the process runs is started again.
 */
final class EmbeddedServers implements AutoCloseable {
  private static final String KEY_FILE = "session-keys.json";

  private final DataFolder folder;
  private final boolean keysNamed;
  private Supervised<EmbeddedPostgres> postgres;
  private Supervised<EmbeddedRedis> redis;

  private EmbeddedServers(DataFolder folder, boolean keysNamed) {
    this.folder = folder;
    this.keysNamed = keysNamed;
  }

  /** Starts what is not named; the settings then name everything. */
  static EmbeddedServers start(ProcessConfig asked, PrintStream progress) {
    LauncherConfig config = asked.launcher();
    boolean keysNamed = asked.gateway().api().session().keyFile().isPresent();
    EmbeddedServers servers = new EmbeddedServers(DataFolder.open(config.data()), keysNamed);
    try {
      if (config.postgres().isEmpty()) {
        progress.println("Starting PostgreSQL …");
        servers.postgres = Supervised.postgres(servers.folder);
      }
      if (config.redis().isEmpty()) {
        progress.println("Starting Redis …");
        servers.redis = Supervised.redis(servers.folder);
      }
      return servers;
    } catch (RuntimeException failed) {
      servers.close();
      throw failed;
    }
  }

  /** The settings with the addresses of what was started laid over them. */
  Settings name(Settings settings) {
    Settings named = settings;
    if (postgres != null) {
      named = named.with("postgres.url", postgres.server().uri());
    }
    if (redis != null) {
      named = named.with("redis.url", redis.server().uri());
    }
    if (!keysNamed) {
      named = named.with("session.keyFile", keyFile().toString());
    }
    return named;
  }

  /** The PostgreSQL that runs now. */
  EmbeddedPostgres postgres() {
    return postgres.server();
  }

  /** The Redis that runs now. */
  EmbeddedRedis redis() {
    return redis.server();
  }

  @Override
  public void close() {
    if (redis != null) {
      redis.stop();
    }
    if (postgres != null) {
      postgres.stop();
    }
    folder.close();
  }

  /** Where the keys of a process with these settings are; they need not be there. */
  static Path keyFile(Settings settings) {
    ConfigReader in = settings.reader();
    return SessionConfig.from(in)
        .keyFile()
        .orElseGet(() -> LauncherConfig.from(in).data().resolve(KEY_FILE));
  }

  private Path keyFile() {
    Path file = folder.path().resolve(KEY_FILE);
    try {
      if (!file.toFile().exists()) {
        SigningKeys.create(file);
      }
      return file;
    } catch (SigningKeysException refused) {
      throw new StartFailure(refused.getMessage());
    }
  }
}
