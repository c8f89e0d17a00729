package parley.testkit.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import parley.embedded.DataFolder;
import parley.embedded.DataFolderInUse;
import parley.embedded.EmbeddedPostgres;
import parley.embedded.EmbeddedRedis;
import parley.embedded.PostgresOptions;

/** The servers of one test run: started when first wanted, stopped by JUnit after the last test. */
final class TestServers implements AutoCloseable {
  private static final int MAX_RUNS_AT_ONCE = 16;

  private final DataFolder root = openRoot();
  private final Map<String, DataFolder> folders = new HashMap<>();
  private final Map<PostgresOptions, EmbeddedPostgres> postgres = new HashMap<>();
  private EmbeddedRedis redis;
  private int numbers;

  static TestServers of(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(TestServers.class, type -> new TestServers(), TestServers.class);
  }

  /** The shared PostgreSQL; started again if a test has killed it. */
  synchronized EmbeddedPostgres postgres(PostgresOptions options) {
    EmbeddedPostgres running = postgres.get(options);
    if (running == null || !running.isAlive()) {
      DataFolder folder = folder(options.fsync() ? "postgres-durable" : "postgres-fast");
      running = EmbeddedPostgres.start(folder, options);
      postgres.put(options, running);
    }
    return running;
  }

  /** The shared Redis; started again if a test has killed it. */
  synchronized EmbeddedRedis redis() {
    if (redis == null || !redis.isAlive()) {
      redis = EmbeddedRedis.start(folder("redis"));
    }
    return redis;
  }

  /** A folder for a server that one test class has to itself; closed by that class. */
  synchronized DataFolder ownFolder() {
    return DataFolder.open(root.path().resolve("own-" + nextNumber()), cache());
  }

  /** Counts from 1; no number is given twice in a run. */
  synchronized int nextNumber() {
    numbers++;
    return numbers;
  }

  @Override
  public synchronized void close() {
    postgres.values().forEach(EmbeddedPostgres::stop);
    if (redis != null) {
      redis.stop();
    }
    folders.values().forEach(DataFolder::close);
    emptied(root).close();
  }

  private DataFolder folder(String name) {
    return folders.computeIfAbsent(name, key -> DataFolder.open(root.path().resolve(key), cache()));
  }

  // Kept for all modules together: unpacking takes longer than starting.
  private static Path cache() {
    return Path.of(System.getProperty("parley.root", ""), "target", "embedded-cache");
  }

  private static DataFolder openRoot() {
    for (int number = 1; number <= MAX_RUNS_AT_ONCE; number++) {
      Path path = Path.of("target", "test-servers", Integer.toString(number));
      try {
        return emptied(DataFolder.open(path, cache()));
      } catch (DataFolderInUse e) {
        // Another JVM is running tests of this module: it keeps that folder, we take the next.
        continue;
      }
    }
    throw new IllegalStateException("More than " + MAX_RUNS_AT_ONCE + " test runs at once.");
  }

  // What an earlier run left is not reused: without fsync a killed server may leave anything.
  private static DataFolder emptied(DataFolder folder) {
    Path lock = folder.path().resolve("lock");
    List<Path> kept = List.of(folder.path(), lock);
    try (Stream<Path> all = Files.walk(folder.path())) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!kept.contains(path)) {
          Files.delete(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }
}
