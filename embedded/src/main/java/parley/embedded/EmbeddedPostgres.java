package parley.embedded;

import java.util.concurrent.CompletableFuture;

/**
 * A real PostgreSQL server that lives in a {@link DataFolder} and dies with this JVM.
 *
 * <p>Listens on 127.0.0.1 only, over TCP only, and asks every connection for a password
 * (SCRAM-SHA-256). Holds the database {@code parley}, owned by the role {@code parley}, which is no
 * superuser. Commits are durable unless the options say otherwise. If the JVM is killed, the server
 * shuts down cleanly by itself; if it cannot, the next start ends it first.
 *
 * <p>All methods block and may be called from any thread but an event loop.
 */
public final class EmbeddedPostgres implements EmbeddedServer {
  private final PostgresCluster cluster;
  private final ServerProcess process;
  private final int port;

  private EmbeddedPostgres(PostgresCluster cluster, PostgresStart.Started started) {
    this.cluster = cluster;
    this.process = started.process();
    this.port = started.port();
  }

  /** Starts the server of that folder, durable and on any free port. */
  public static EmbeddedPostgres start(DataFolder folder) {
    return start(folder, PostgresOptions.defaults());
  }

  /**
   * Starts the server of that folder and returns when it takes connections. The first start in a
   * folder unpacks the programs and sets up the cluster (a second or two), a later one takes about
   * a tenth of a second.
   *
   * @throws EmbeddedServerException if it does not start; the message ends with its log's last
   *     lines
   */
  public static EmbeddedPostgres start(DataFolder folder, PostgresOptions options) {
    Account account = Account.forServers();
    PostgresBinaries binaries = PostgresBinaries.unpackedIn(folder.cache());
    return start(folder, options, account, binaries);
  }

  static EmbeddedPostgres start(
      DataFolder folder, PostgresOptions options, Account account, PostgresBinaries binaries) {
    account.admit(folder.path(), folder.path());
    account.admit(binaries.folder(), folder.cache());
    PostgresCluster cluster = PostgresCluster.in(folder, binaries, account);
    return new EmbeddedPostgres(
        cluster, new PostgresStart(binaries, cluster, account, options).run());
  }

  /** Where Parley connects: {@code postgresql://parley:password@127.0.0.1:port/parley}. */
  @Override
  public String uri() {
    return uri(PostgresCluster.OWNER, cluster.ownerPassword(), PostgresCluster.DATABASE);
  }

  /** The superuser's way in, to the database {@code postgres}: for tests and for administration. */
  public String superuserUri() {
    return uri(PostgresCluster.SUPERUSER, cluster.superuserPassword(), "postgres");
  }

  @Override
  public int port() {
    return port;
  }

  /** The server's main process, a child of this JVM. */
  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public CompletableFuture<Void> onExit() {
    return process.onExit();
  }

  /**
   * Ends all connections and shuts down cleanly, usually within milliseconds; by force after 30 s,
   * which loses nothing that was committed. Safe to repeat.
   */
  @Override
  public void stop() {
    process.stop("INT", PostgresStart.STOP);
  }

  private String uri(String user, String password, String database) {
    return "postgresql://" + user + ":" + password + "@127.0.0.1:" + port + "/" + database;
  }
}
