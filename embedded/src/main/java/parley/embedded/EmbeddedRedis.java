package parley.embedded;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * A real Redis server that lives in a {@link DataFolder} and dies with this JVM.
 *
 * <p>Listens on 127.0.0.1 only and asks for a password, which is generated once per folder. Keeps
 * at most 256 MB and refuses writes beyond; appends each change to a file that reaches the disk
 * within a second, so a restart keeps what is older than that. Has 16 logical databases. An
 * installed redis-server of 6.2 or newer is preferred to the 7.0 that this module carries.
 *
 * <p>All methods block and may be called from any thread but an event loop.
 */
public final class EmbeddedRedis implements EmbeddedServer {
  private final RedisStart.Started started;

  private EmbeddedRedis(RedisStart.Started started) {
    this.started = started;
  }

  /** Starts the server of that folder on any free port. */
  public static EmbeddedRedis start(DataFolder folder) {
    return start(folder, RedisOptions.defaults());
  }

  /**
   * Starts the server of that folder and returns when its data are loaded and it answers.
   *
   * @throws EmbeddedServerException if it does not start; the message ends with its log's last
   *     lines
   */
  public static EmbeddedRedis start(DataFolder folder, RedisOptions options) {
    RedisBinary binary = RedisBinary.find(folder.cache());
    return start(folder, options, Account.forServers(), binary);
  }

  static EmbeddedRedis start(
      DataFolder folder, RedisOptions options, Account account, RedisBinary binary) {
    account.admit(folder.path(), folder.path());
    if (binary.unpacked()) {
      account.admit(folder.cache(), folder.cache());
    }
    RedisFiles files = RedisFiles.in(folder);
    Path program = binary.program();
    return new EmbeddedRedis(new RedisStart(program, files, account, options).run());
  }

  /** Where Parley connects: {@code redis://:password@127.0.0.1:port/0}. */
  @Override
  public String uri() {
    return uri(0);
  }

  /** The same server's logical database {@code index}, 0 to 15. */
  public String uri(int index) {
    return "redis://:" + started.password() + "@127.0.0.1:" + started.port() + "/" + index;
  }

  @Override
  public int port() {
    return started.port();
  }

  /** The server's process, a child of this JVM. */
  @Override
  public long pid() {
    return started.process().pid();
  }

  @Override
  public boolean isAlive() {
    return started.process().isAlive();
  }

  @Override
  public CompletableFuture<Void> onExit() {
    return started.process().onExit();
  }

  /** Writes what is pending to the disk and ends; by force after 15 s. Safe to repeat. */
  @Override
  public void stop() {
    started.process().stop("TERM", RedisStart.STOP);
  }
}
