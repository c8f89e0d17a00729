package parley.gateway.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import parley.testkit.servers.RedisExtension;

class QuietLogIT {
  private static final String WRONG_PASSWORD = "this one is wrong";

  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  @Test
  void neitherPasswordsNorTokensReachTheLogAtAnyLevel() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    Lines lines = new Lines();
    lines.start();
    root.addAppender(lines);
    root.setLevel(Level.TRACE);
    List<String> secrets = new ArrayList<>(List.of(Http.PASSWORD, WRONG_PASSWORD));
    try (ApiHost host = ApiHost.start(ApiHost.config(REDIS.uri()))) {
      secrets.addAll(useEverything(host.http().fromOwnPage(), host));
    } finally {
      root.setLevel(before);
      root.detachAppender(lines);
    }

    assertTrue(lines.seen.size() > 10, "something was logged");
    for (String secret : secrets) {
      assertFalse(
          lines.seen.stream().anyMatch(line -> line.contains(secret)), "a secret was logged");
    }
  }

  private static List<String> useEverything(Http http, ApiHost host) {
    Http.Reply signedUp = http.signUp("quiet").expect(201);
    http.logIn("quiet", WRONG_PASSWORD).expect(401);
    JsonObject tokens = http.tokens("quiet");
    JsonObject nonce = new JsonObject().put("nonce", "nonce-of-a-tab");
    Http.Reply refreshed =
        http.withCookiesOf(signedUp).post("/api/sessions/refresh", nonce).expect(200);
    http.withCookiesOf(signedUp).post("/api/sessions/refresh", nonce).expect(200);
    http.bearer("x" + tokens.getString("accessToken")).get("/api/me").expect(401);
    http.with("Content-Type", "application/json")
        .send(HttpMethod.POST, "/api/sessions", Buffer.buffer("{\"" + Http.PASSWORD))
        .expect(400);
    http.get("/api-bug").expect(500);
    http.bearer(tokens.getString("accessToken")).delete("/api/sessions/current").expect(204);
    return List.of(
        signedUp.cookieValue("parley"),
        signedUp.cookieValue("parley-refresh").substring(37),
        refreshed.cookieValue("parley-refresh").substring(37),
        tokens.getString("accessToken"),
        tokens.getString("refreshToken").substring(37),
        host.persistence.account("quiet").passwordHash());
  }

  private static final class Lines extends AppenderBase<ILoggingEvent> {
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      String cause =
          event.getThrowableProxy() == null ? "" : event.getThrowableProxy().getMessage();
      seen.add(event.getFormattedMessage() + " " + cause);
    }
  }
}
