package parley.presence.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.contract.BusFailure;
import parley.contract.FailureCode;

/**
 * Sends commands to Redis. Every command is answered or fails; whoever cannot wait takes {@link
 * #inTime}. A connection that broke is replaced when the next command is sent. Confined to the
 * context that made it.
 */
public final class RedisLink {
  private static final Logger log = LoggerFactory.getLogger(RedisLink.class);
  private static final int MAX_CONNECTIONS = 2;
  private static final int MAX_WAITING = 1_000;
  private static final long REFUSALS_LOGGED_EVERY_NANOS = 60_000_000_000L;

  /**
   * A server that froze keeps its connections: one that brings nothing for so long is closed, and
   * whatever waits for it fails.
   */
  private static final int SILENCE_S = 10;

  private final Redis redis;
  private final Duration timeout;
  private boolean answering = true;
  private long refusalLogged = System.nanoTime() - REFUSALS_LOGGED_EVERY_NANOS;

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
    return inTime(send(Request.cmd(Command.PING))).map(true).otherwise(false);
  }

  /**
   * The same answer, or {@code UNAVAILABLE} once the time-out has passed. What was chained to
   * {@code answer} before still happens when it comes late.
   */
  public <T> Future<T> inTime(Future<T> answer) {
    return answer
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .recover(cause -> Future.failedFuture(late(cause)));
  }

  /** Closes the connections. */
  public Future<Void> close() {
    return redis.close();
  }

  /** The answer, however late it comes; fails with what Redis or its client say. */
  Future<Response> send(Request request) {
    return redis.send(request).andThen((answer, failure) -> note(failure));
  }

  private Throwable late(Throwable cause) {
    if (cause instanceof TimeoutException) {
      note(cause);
      return BusFailure.of(FailureCode.UNAVAILABLE);
    }
    return cause;
  }

  private void note(Throwable failure) {
    if (failure instanceof ErrorType refusal) {
      noteRefusal(refusal);
    }
    boolean answersNow = failure == null || failure instanceof ErrorType;
    if (answering && !answersNow) {
      log.warn("presence.redis.away cause={}", failure.getClass().getSimpleName());
    } else if (!answering && answersNow) {
      log.info("presence.redis.back");
    }
    answering = answersNow;
  }

  /** Out of memory, read-only, wrong password: a person must act, but need not read it often. */
  private void noteRefusal(ErrorType refusal) {
    long now = System.nanoTime();
    // The second is the client's own word for what was under way when its connection ended.
    boolean expected = refusal.is("NOSCRIPT") || refusal.is("CONNECTION_CLOSED");
    if (!expected && now - refusalLogged >= REFUSALS_LOGGED_EVERY_NANOS) {
      refusalLogged = now;
      log.error("presence.redis.refused cause={}", refusal.slice(' ', 0));
    }
  }
}
