package parley.gateway.session;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.contract.Json;
import parley.contract.account.Profile;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;
import parley.contract.session.SessionState;
import parley.gateway.redis.RedisCalls;

/**
 * The fast copy of sessions that every gateway reads: {@code session:{id}}, a profile in JSON or
 * the mark of an ended session. A copy never replaces the mark, which outlives every access token;
 * so a slow reader cannot bring an ended session back. When Redis is away there is simply no copy.
 */
final class RedisSessionCopies {
  private static final Logger log = LoggerFactory.getLogger(RedisSessionCopies.class);
  private static final String ENDED = "-";

  private final RedisCalls redis;
  private final long copyMs;
  private final long endedMs;

  RedisSessionCopies(RedisCalls redis, SessionConfig config) {
    this.redis = redis;
    this.copyMs = Duration.ofMinutes(10).toMillis();
    this.endedMs = config.endRemembered().toMillis();
  }

  /** The copy, if there is one that can be read. */
  Future<Optional<SessionCopy>> read(SessionId session) {
    return redis
        .send(Request.cmd(Command.GET).arg(key(session)))
        .map(RedisSessionCopies::decode)
        .recover(
            cause -> {
              log.debug("gateway.session.copy.unread cause={}", cause.getMessage());
              return Future.succeededFuture(Optional.empty());
            });
  }

  /** Keeps a copy of what the truth just said. */
  void keep(SessionState state) {
    write(
        Request.cmd(Command.SET)
            .arg(key(state.session()))
            .arg(Json.encode(Kept.of(state)))
            .arg("NX")
            .arg("PX")
            .arg(Math.max(1, Math.min(copyMs, state.remainingMs()))));
  }

  /** Lets the truth be asked again. */
  void forget(SessionId session) {
    write(Request.cmd(Command.DEL).arg(key(session)));
  }

  /** Marks a session as ended. */
  void markEnded(SessionId session) {
    write(Request.cmd(Command.SET).arg(key(session)).arg(ENDED).arg("PX").arg(endedMs));
  }

  /**
   * Marks a session as ended if there is a copy of it: for ids that a stranger may have made up.
   */
  void markEndedIfKept(SessionId session) {
    write(Request.cmd(Command.SET).arg(key(session)).arg(ENDED).arg("XX").arg("PX").arg(endedMs));
  }

  private void write(Request request) {
    redis
        .send(request)
        .onFailure(cause -> log.debug("gateway.session.copy.unkept cause={}", cause.getMessage()));
  }

  private static Optional<SessionCopy> decode(Response answer) {
    if (answer == null) {
      return Optional.empty();
    }
    String text = answer.toString();
    return Optional.of(
        text.equals(ENDED) ? SessionCopy.ENDED : Json.decodeLeniently(text, Kept.class).copy());
  }

  private static String key(SessionId session) {
    return "session:" + session;
  }

  /** What stands there; gateways that know less find the profile that they expect. */
  private record Kept(UserId account, String username, String displayName, boolean administrator) {
    static Kept of(SessionState state) {
      Profile profile = state.profile();
      return new Kept(
          profile.account(), profile.username(), profile.displayName(), state.administrator());
    }

    SessionCopy copy() {
      return new SessionCopy(new Profile(account, username, displayName), administrator);
    }
  }
}
