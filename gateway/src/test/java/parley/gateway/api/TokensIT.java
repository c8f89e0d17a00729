package parley.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.testkit.servers.RedisExtension;

class TokensIT {
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();
  private static ApiHost host;
  private static Http http;

  @BeforeAll
  static void start() {
    host = ApiHost.start(ApiHost.config(REDIS.uri()));
    http = host.http();
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @Test
  void givesAProgramItsTokensAndNoCookie() {
    http.signUp("program").expect(201);

    Http.Reply reply =
        http.post(
                "/api/tokens",
                new JsonObject().put("username", "program").put("password", Http.PASSWORD))
            .expect(200);

    assertEquals(Set.of("accessToken", "expiresAt", "refreshToken"), reply.json().fieldNames());
    assertTrue(reply.setCookies().isEmpty());
    long lifeMs = reply.json().getLong("expiresAt") - System.currentTimeMillis();
    assertTrue(lifeMs > 280_000 && lifeMs <= 300_000, "life: " + lifeMs);
  }

  @Test
  void acceptsABearer() {
    http.signUp("bearer").expect(201);
    JsonObject tokens = http.tokens("bearer");

    JsonObject me = http.bearer(tokens.getString("accessToken")).get("/api/me").expect(200).json();

    assertEquals("bearer", me.getString("username"));
  }

  @Test
  void refreshesAProgramsTokens() {
    http.signUp("renewer").expect(201);
    JsonObject tokens = http.tokens("renewer");

    JsonObject renewed = refresh(tokens, "nonce-0001").expect(200).json();
    JsonObject repeated = refresh(tokens, "nonce-0001").expect(200).json();

    assertEquals(renewed.getString("refreshToken"), repeated.getString("refreshToken"));
    http.bearer(renewed.getString("accessToken")).get("/api/me").expect(200);
    refresh(tokens, "nonce-0002").expectProblem(401, "SIGNED_OUT");
    http.bearer(renewed.getString("accessToken")).get("/api/me").expectProblem(401, "SIGNED_OUT");
  }

  @Test
  void endsAProgramsSession() {
    http.signUp("quitter").expect(201);
    Http bearer = http.bearer(http.tokens("quitter").getString("accessToken"));

    bearer.delete("/api/sessions/current").expect(204);

    bearer.get("/api/me").expectProblem(401, "SIGNED_OUT");
  }

  @Test
  void doesNotLetACookieStandInForABadBearer() {
    Http.Reply signedUp = http.fromOwnPage().signUp("both").expect(201);

    http.withCookiesOf(signedUp).bearer("nonsense").get("/api/me").expect(401);
    http.withCookiesOf(signedUp).with("Authorization", "Basic eDp5").get("/api/me").expect(401);
  }

  private static Http.Reply refresh(JsonObject tokens, String nonce) {
    return http.post(
        "/api/tokens/refresh",
        new JsonObject().put("refreshToken", tokens.getString("refreshToken")).put("nonce", nonce));
  }
}
