package parley.gateway.throttle;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.gateway.http.Network;
import parley.gateway.http.Refusal;
import parley.gateway.redis.RedisCalls;

/**
 * Lets through what is allowed and refuses the rest with 429. All gateways count together in Redis;
 * while it is away each event loop counts for itself. Confined to the context that made it.
 */
public final class Throttles {
  private static final Logger log = LoggerFactory.getLogger(Throttles.class);
  private static final int KEY_UNITS = 20;

  private final ThrottleConfig config;
  private final Buckets shared;
  private final Buckets local;

  public Throttles(ThrottleConfig config, RedisCalls redis) {
    this(config, new ThrottleTakeScript(redis), new LocalBuckets(System::nanoTime));
  }

  Throttles(ThrottleConfig config, Buckets shared, Buckets local) {
    this.config = config;
    this.shared = shared;
    this.local = local;
  }

  /** An attempt to log in under a name, whether it exists or not. */
  public Future<Void> logIn(String username, Network network) {
    return take(
        List.of(
            new Bucket("login:" + digest(username + ' ' + network), config.logIn()),
            new Bucket("account:" + digest(username), config.account())));
  }

  /** A new account. */
  public Future<Void> signUp(Network network) {
    return take(List.of(new Bucket("signup:" + digest(network.toString()), config.signUp())));
  }

  /** A refreshed session. */
  public Future<Void> refresh(Network network) {
    return take(List.of(new Bucket("refresh:" + digest(network.toString()), config.refresh())));
  }

  /** Help with a forgotten password, for a name or an address, whether it exists or not. */
  public Future<Void> reset(String login, Network network) {
    return take(
        List.of(
            new Bucket("reset:" + digest(network.toString()), config.reset()),
            new Bucket("resetof:" + digest(login), config.reset())));
  }

  /** Another picture of an account. */
  public Future<Void> avatar(String account) {
    return take(List.of(new Bucket("avatar:" + digest(account), config.avatar())));
  }

  /** A secret that is to set a new password. */
  public Future<Void> useReset(Network network) {
    return take(List.of(new Bucket("resetuse:" + digest(network.toString()), config.logIn())));
  }

  private Future<Void> take(List<Bucket> buckets) {
    return shared
        .take(buckets)
        .recover(cause -> takeLocally(cause, buckets))
        .compose(Throttles::passOrRefuse);
  }

  private Future<Duration> takeLocally(Throwable cause, List<Bucket> buckets) {
    log.debug("gateway.throttle.local cause={}", cause.getClass().getSimpleName());
    return local.take(buckets);
  }

  private static Future<Void> passOrRefuse(Duration wait) {
    return wait.isZero() ? Future.succeededFuture() : Future.failedFuture(Refusal.throttled(wait));
  }

  /** Names and addresses stay out of Redis, and a key has one length whatever was typed. */
  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, KEY_UNITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
