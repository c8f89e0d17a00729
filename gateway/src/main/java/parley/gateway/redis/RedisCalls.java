package parley.gateway.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends commands to Redis. A command that is not answered within {@value #ANSWERS_WITHIN_MS} ms
 * fails; after a failure all commands fail at once for {@value #REST_MS} ms, so that whoever has
 * another way takes it without waiting. Confined to the event loop that made it.
 */
public final class RedisCalls {
  private static final Logger log = LoggerFactory.getLogger(RedisCalls.class);
  private static final long ANSWERS_WITHIN_MS = 500;
  private static final long REST_MS = 1_000;
  private static final long REFUSALS_LOGGED_EVERY_NANOS = 60_000_000_000L;
  private static final int MAX_CONNECTIONS = 4;
  private static final int MAX_WAITING = 10_000;
  private static final int CONNECTS_WITHIN_MS = 2_000;
  private static final int SILENT_CONNECTION_S = 60;

  private final Redis redis;
  private boolean away;
  private long restUntil = System.nanoTime();
  private long refusalLogged = System.nanoTime() - REFUSALS_LOGGED_EVERY_NANOS;

  public RedisCalls(Vertx vertx, RedisConfig config) {
    String url =
        config
            .url()
            .orElseThrow(() -> new IllegalArgumentException("redis.url is not set"))
            .toString();
    this.redis =
        Redis.createClient(
            vertx,
            new RedisOptions()
                .setConnectionString(url)
                .setMaxPoolSize(MAX_CONNECTIONS)
                .setMaxPoolWaiting(MAX_WAITING)
                .setMaxWaitingHandlers(MAX_WAITING)
                .setNetClientOptions(
                    new NetClientOptions()
                        .setTcpNoDelay(true)
                        .setConnectTimeout(CONNECTS_WITHIN_MS)
                        .setIdleTimeout(SILENT_CONNECTION_S)));
  }

  /** The answer; null if Redis answers nil. A refusal by Redis itself is no sign of absence. */
  public Future<Response> send(Request request) {
    if (away) {
      if (System.nanoTime() - restUntil < 0) {
        return Future.failedFuture(new RedisAway());
      }
      // One command finds out whether Redis is back; the others need not wait for it.
      restUntil = System.nanoTime() + REST_MS * 1_000_000;
    }
    return redis
        .send(request)
        .timeout(ANSWERS_WITHIN_MS, TimeUnit.MILLISECONDS)
        .andThen((answer, failure) -> note(failure));
  }

  /** Whether Redis answers just now. */
  public Future<Boolean> answers() {
    return send(Request.cmd(Command.PING)).map(true).otherwise(false);
  }

  /** Closes all connections. */
  public Future<Void> close() {
    return redis.close();
  }

  private void note(Throwable failure) {
    if (failure instanceof ErrorType refusal) {
      noteRefusal(refusal);
    }
    boolean failed = failure != null && !(failure instanceof ErrorType);
    if (failed) {
      restUntil = System.nanoTime() + REST_MS * 1_000_000;
    }
    if (failed && !away) {
      log.warn("gateway.redis.away cause={}", failure.getClass().getSimpleName());
    } else if (!failed && away) {
      log.info("gateway.redis.back");
    }
    away = failed;
  }

  /** Out of memory, read-only, wrong password: a person must act, but need not read it often. */
  private void noteRefusal(ErrorType refusal) {
    long now = System.nanoTime();
    // The second is the client's own word for what was under way when its connection ended.
    boolean expected = refusal.is("NOSCRIPT") || refusal.is("CONNECTION_CLOSED");
    if (!expected && now - refusalLogged >= REFUSALS_LOGGED_EVERY_NANOS) {
      refusalLogged = now;
      log.error("gateway.redis.refused cause={}", refusal.slice(' ', 0));
    }
  }
}
