package parley.gateway.api;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.gateway.http.HttpConfig;
import parley.gateway.http.Origin;
import parley.testkit.servers.RedisExtension;

class OriginsIT {
  private static final String FRIEND = "https://friend.example";
  private static final JsonObject NONCE = new JsonObject().put("nonce", "nonce-of-a-tab");

  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();
  private static ApiHost host;
  private static Http own;
  private static Http.Reply signedUp;

  @BeforeAll
  static void start() {
    HttpConfig http =
        new HttpConfig(Optional.empty(), List.of(), Set.of(Origin.of(FRIEND).orElseThrow()));
    host = ApiHost.start(ApiHost.config(REDIS.uri(), http, ApiHost.plenty()));
    own = host.http().fromOwnPage();
    signedUp = own.signUp("native").expect(201);
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/accounts",
        "/api/sessions",
        "/api/sessions/refresh",
        "/api/tokens",
        "/api/tokens/refresh"
      })
  void refusesEveryChangeFromAForeignPage(String path) {
    host.http()
        .with("Origin", "https://evil.example")
        .post(path, new JsonObject())
        .expectProblem(403, "FORBIDDEN");
  }

  @Test
  void refusesALogOutFromAForeignPage() {
    host.http()
        .withCookiesOf(signedUp)
        .with("Origin", "https://evil.example")
        .delete("/api/sessions/current")
        .expectProblem(403, "FORBIDDEN");
    own.withCookiesOf(signedUp).get("/api/me").expect(200);
  }

  @Test
  void refusesAnOpaqueOrigin() {
    host.http()
        .withCookiesOf(signedUp)
        .with("Origin", "null")
        .post("/api/sessions/refresh", NONCE)
        .expectProblem(403, "FORBIDDEN");
  }

  @Test
  void refusesAnotherPortOfTheSameHost() {
    host.http()
        .withCookiesOf(signedUp)
        .with("Origin", "http://127.0.0.1:" + (host.port() - 1))
        .post("/api/sessions/refresh", NONCE)
        .expectProblem(403, "FORBIDDEN");
  }

  @Test
  void refusesACookieThatDoesNotSayWhereItComesFrom() {
    host.http()
        .withCookiesOf(signedUp)
        .post("/api/sessions/refresh", NONCE)
        .expectProblem(403, "FORBIDDEN");
  }

  @Test
  void acceptsAProgramThatDoesNotSayWhereItComesFrom() {
    host.http().logIn("native", Http.PASSWORD).expect(200);
  }

  @Test
  void acceptsAnOriginThatConfigurationAdds() {
    host.http().with("Origin", FRIEND).logIn("native", Http.PASSWORD).expect(200);
  }

  @Test
  void guardsAHandshakeLikeAChange() {
    Http cookie = host.http().withCookiesOf(signedUp).with("Sec-WebSocket-Key", "x");

    cookie.get("/guarded").expectProblem(403, "FORBIDDEN");
    cookie.with("Origin", "https://evil.example").get("/guarded").expectProblem(403, "FORBIDDEN");
    cookie.with("Origin", "http://127.0.0.1:" + host.port()).get("/guarded").expect(200);
  }

  @Test
  void letsAProgramsHandshakeBeWithoutOriginButNotFromAForeignPage() {
    String token = host.http().tokens("native").getString("accessToken");
    Http bearer = host.http().bearer(token).with("Sec-WebSocket-Key", "x");

    bearer.get("/guarded").expect(200);
    bearer.with("Origin", "https://evil.example").get("/guarded").expectProblem(403, "FORBIDDEN");
  }

  @Test
  void allowsNoOtherSiteToReadAnything() {
    Http.Reply preflight =
        host.http()
            .with("Origin", "https://evil.example")
            .with("Access-Control-Request-Method", "POST")
            .send(HttpMethod.OPTIONS, "/api/sessions", null);

    preflight.expect(405);
    if (preflight.headers().keySet().stream().anyMatch(name -> name.startsWith("access-control"))) {
      throw new AssertionError(preflight.headers().toString());
    }
  }
}
