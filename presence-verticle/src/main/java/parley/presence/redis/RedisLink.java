package parley.presence.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends commands to Redis. Every command is answered or fails within the time-out; a connection
 * that broke is replaced when the next command is sent. Confined to the context that made it.
 */
public final class RedisLink {
  private static final Logger log = LoggerFactory.getLogger(RedisLink.class);
  private static final int MAX_CONNECTIONS = 2;
  private static final int MAX_WAITING = 1_000;

  /**
   * A server that froze keeps its connections: one that brings nothing for so long is closed, and
   * whatever waits for it fails.
   */
  private static final int SILENCE_S = 10;

  private final Redis redis;
  private final Duration timeout;
  private boolean answering = true;

  /** Connects when the first command is sent, to {@code redis[s]://:password@host:port}. */
  public RedisLink(Vertx vertx, URI address, Duration timeout) {
    this.timeout = timeout;
    this.redis =
        Redis.createClient(
            vertx,
            new RedisOptions()
                .setConnectionString(address.toString())
                .setMaxPoolSize(MAX_CONNECTIONS)
                .setMaxPoolWaiting(MAX_WAITING)
                .setMaxWaitingHandlers(MAX_WAITING)
                .setNetClientOptions(
                    new NetClientOptions()
                        .setTcpNoDelay(true)
                        .setConnectTimeout((int) timeout.toMillis())
                        .setReadIdleTimeout(SILENCE_S)));
  }

  /** Whether Redis answers just now; never fails. */
  public Future<Boolean> answers() {
    return send(Request.cmd(Command.PING)).map(true).otherwise(false).map(this::noted);
  }

  /** Closes the connections. */
  public Future<Void> close() {
    return redis.close();
  }

  private Future<Response> send(Request request) {
    return redis.send(request).timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  private boolean noted(boolean answersNow) {
    if (answering && !answersNow) {
      log.warn("presence.redis.away");
    } else if (!answering && answersNow) {
      log.info("presence.redis.back");
    }
    answering = answersNow;
    return answersNow;
  }
}
