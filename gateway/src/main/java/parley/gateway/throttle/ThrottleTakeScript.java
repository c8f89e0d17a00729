package parley.gateway.throttle;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import parley.gateway.redis.RedisCalls;

/** Runs {@code redis/throttle_take.lua}: buckets that all gateways share, on Redis's own clock. */
final class ThrottleTakeScript implements Buckets {
  private static final String SOURCE = read("/redis/throttle_take.lua");
  private static final String SHA = sha1(SOURCE);

  private final RedisCalls redis;

  ThrottleTakeScript(RedisCalls redis) {
    this.redis = redis;
  }

  @Override
  public Future<Duration> take(List<Bucket> buckets) {
    return redis
        .send(request(Command.EVALSHA, SHA, buckets))
        .recover(cause -> loadAndRun(cause, buckets))
        .map(answer -> Duration.ofMillis(answer.toLong()));
  }

  private Future<Response> loadAndRun(Throwable cause, List<Bucket> buckets) {
    return cause instanceof ErrorType refused && refused.is("NOSCRIPT")
        ? redis.send(request(Command.EVAL, SOURCE, buckets))
        : Future.failedFuture(cause);
  }

  private static Request request(Command command, String script, List<Bucket> buckets) {
    Request request = Request.cmd(command).arg(script).arg(buckets.size());
    buckets.forEach(bucket -> request.arg("throttle:" + bucket.key()));
    buckets.forEach(
        bucket ->
            request.arg(bucket.allowance().burst()).arg(bucket.allowance().every().toMillis()));
    return request;
  }

  private static String read(String resource) {
    try (InputStream in = ThrottleTakeScript.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String sha1(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
