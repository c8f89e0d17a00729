package parley.persistence.pg;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.TimeUnit;

/** Opens bounded pools whose statements the server ends when they take too long. */
final class PgPools {
  private static final int MAX_STATEMENT_LENGTH = 16_384;

  // Shorter than what common middleboxes remember of a silent connection.
  private static final int IDLE_MINUTES = 4;

  private PgPools() {}

  static Pool open(Vertx vertx, PgAddress address, PgLimits limits, String name) {
    return PgBuilder.pool()
        .with(pool(limits))
        .with(transport(limits))
        .connectingTo(options(address, limits, name))
        .using(vertx)
        .build();
  }

  private static PoolOptions pool(PgLimits limits) {
    return new PoolOptions()
        .setMaxSize(limits.connections())
        .setMaxWaitQueueSize(limits.waiting())
        .setIdleTimeout(IDLE_MINUTES)
        .setIdleTimeoutUnit(TimeUnit.MINUTES)
        .setConnectionTimeout((int) limits.connectTimeout().toMillis())
        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
  }

  private static NetClientOptions transport(PgLimits limits) {
    return new NetClientOptions()
        .setConnectTimeout((int) limits.connectTimeout().toMillis())
        .setTcpKeepAlive(true);
  }

  private static PgConnectOptions options(PgAddress address, PgLimits limits, String name) {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost(address.host())
            .setPort(address.port())
            .setDatabase(address.database())
            .setUser(address.user())
            .setPassword(address.password().value());
    options.setCachePreparedStatements(true);
    options.setPreparedStatementCacheSqlLimit(MAX_STATEMENT_LENGTH);
    String statementMs = Long.toString(limits.statementTimeout().toMillis());
    options.addProperty("application_name", name);
    options.addProperty("statement_timeout", statementMs);
    options.addProperty("lock_timeout", Long.toString(limits.lockTimeout().toMillis()));
    options.addProperty("idle_in_transaction_session_timeout", statementMs);
    return options;
  }
}
