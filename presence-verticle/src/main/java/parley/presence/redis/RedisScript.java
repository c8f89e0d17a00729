package parley.presence.redis;

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
import parley.contract.BusFailure;
import parley.contract.FailureCode;

/**
 * Runs one of the scripts {@code redis/presence_*.lua} behind {@code presence_prelude.lua}: as a
 * whole or not at all, on Redis's own clock. Redis is sent the source when it does not know it.
 */
final class RedisScript {
  private static final String PRELUDE = read("prelude");

  private final RedisLink redis;
  private final Duration settle;
  private final String source;
  private final String sha;

  /**
   * @param verb what the file does: {@code report} for {@code presence_report.lua}
   * @param settle how long after its beginning what is known is complete
   */
  RedisScript(RedisLink redis, String verb, Duration settle) {
    this.redis = redis;
    this.settle = settle;
    this.source = PRELUDE + "\n" + read(verb);
    this.sha = sha1(source);
  }

  /** The answer to these arguments, however late; {@code UNAVAILABLE} if there will be none. */
  Future<Response> run(List<?> arguments) {
    return redis
        .send(request(Command.EVALSHA, sha, arguments))
        .recover(cause -> loadAndRun(cause, arguments))
        .recover(cause -> Future.failedFuture(BusFailure.of(FailureCode.UNAVAILABLE)));
  }

  private Future<Response> loadAndRun(Throwable cause, List<?> arguments) {
    return cause instanceof ErrorType refused && refused.is("NOSCRIPT")
        ? redis.send(request(Command.EVAL, source, arguments))
        : Future.failedFuture(cause);
  }

  private Request request(Command command, String script, List<?> arguments) {
    Request request = Request.cmd(command).arg(script).arg(PresenceKeys.ALL.size());
    PresenceKeys.ALL.forEach(request::arg);
    request.arg(settle.toMillis());
    arguments.forEach(argument -> request.arg(argument.toString()));
    return request;
  }

  private static String read(String verb) {
    String resource = "/redis/presence_" + verb + ".lua";
    try (InputStream in = RedisScript.class.getResourceAsStream(resource)) {
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
