package parley.embedded;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that is started again, on the same port and the same data, whenever it ends without
 * having been stopped; see {@link Restarts} for the pauses. It never gives up, and logs each end
 * and each attempt. A server that hangs has not ended and is left alone.
 *
 * <p>Watching, starting and stopping happen one after another on one thread: after {@link #stop}
 * nothing is started.
 */
public final class Supervised<S extends EmbeddedServer> implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Supervised.class);

  private final String name;
  private final Supplier<S> start;
  private final ScheduledExecutorService thread;
  private volatile S server;
  private Restarts restarts = Restarts.NONE;
  private long startedAt;
  private boolean stopped;

  private Supervised(String name, S first, Supplier<S> start) {
    this.name = name;
    this.start = start;
    this.server = first;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, "parley-embedded-" + name);
              made.setDaemon(true);
              return made;
            });
    thread.execute(() -> watch(first));
  }

  /** Starts the PostgreSQL of that folder on any free port, which it keeps. */
  public static Supervised<EmbeddedPostgres> postgres(DataFolder folder) {
    EmbeddedPostgres first = EmbeddedPostgres.start(folder);
    PostgresOptions same = PostgresOptions.defaults().withPort(first.port());
    return new Supervised<>("postgres", first, () -> EmbeddedPostgres.start(folder, same));
  }

  /** Starts the Redis of that folder on any free port, which it keeps. */
  public static Supervised<EmbeddedRedis> redis(DataFolder folder) {
    EmbeddedRedis first = EmbeddedRedis.start(folder);
    RedisOptions same = RedisOptions.defaults().withPort(first.port());
    return new Supervised<>("redis", first, () -> EmbeddedRedis.start(folder, same));
  }

  /** The one that was started last; its address is that of the first. */
  public S server() {
    return server;
  }

  /** Ends the server, after a start that is under way, for good. Safe to repeat. */
  public void stop() {
    if (thread.isShutdown()) {
      return;
    }
    try {
      thread.submit(this::end).get();
    } catch (ExecutionException e) {
      throw new EmbeddedServerException("The server " + name + " cannot be ended.", e.getCause());
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    } finally {
      thread.shutdownNow();
    }
  }

  @Override
  public void close() {
    stop();
  }

  private void end() {
    stopped = true;
    server.stop();
  }

  private void watch(S running) {
    server = running;
    startedAt = System.nanoTime();
    running.onExit().thenRun(this::noticeEnd);
  }

  private void noticeEnd() {
    if (!thread.isShutdown()) {
      thread.execute(this::ended);
    }
  }

  private void ended() {
    if (stopped) {
      return;
    }
    restarts = restarts.after(Duration.ofNanos(System.nanoTime() - startedAt));
    log.error("embedded.server.ended server={} restartMs={}", name, restarts.pause().toMillis());
    startLater();
  }

  private void startLater() {
    thread.schedule(this::startAgain, restarts.pause().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void startAgain() {
    if (stopped) {
      return;
    }
    long began = System.nanoTime();
    try {
      watch(start.get());
      long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      log.warn("embedded.server.restarted server={} pid={} ms={}", name, server.pid(), ms);
    } catch (RuntimeException failed) {
      restarts = restarts.after(Duration.ZERO);
      log.error(
          "embedded.server.restart.failed server={} retryMs={} reason=\"{}\"",
          name,
          restarts.pause().toMillis(),
          failed.getMessage());
      startLater();
    }
  }
}
