package parley.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.testkit.servers.RedisExtension;

/** Persistence is gone: who is signed in stays so, everybody else is asked to come back. */
class PersistenceAwayFaultIT {
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  @Test
  void answersUnavailableAndKeepsCookies() {
    try (ApiHost host = ApiHost.start(ApiHost.config(REDIS.uri()))) {
      Http http = host.http().fromOwnPage();
      Http.Reply signedUp = http.signUp("stayer").expect(201);
      http.withCookiesOf(signedUp).get("/api/me").expect(200);
      host.stopPersistence();

      http.withCookiesOf(signedUp).get("/api/me").expect(200);
      Http.Reply logIn = http.logIn("stayer", Http.PASSWORD).expectProblem(503, "UNAVAILABLE");
      Http.Reply refresh =
          http.withCookiesOf(signedUp)
              .post("/api/sessions/refresh", new JsonObject().put("nonce", "nonce-of-a-tab"))
              .expectProblem(503, "UNAVAILABLE");
      http.signUp("nobody.new").expectProblem(503, "UNAVAILABLE");
      http.withCookiesOf(signedUp)
          .delete("/api/sessions/current")
          .expectProblem(503, "UNAVAILABLE");

      assertEquals("1", logIn.header("retry-after"));
      assertEquals(0, refresh.setCookies().size());
    }
  }
}
