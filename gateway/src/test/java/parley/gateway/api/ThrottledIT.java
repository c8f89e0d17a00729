package parley.gateway.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.gateway.http.HttpConfig;
import parley.gateway.http.Network;
import parley.gateway.throttle.Allowance;
import parley.gateway.throttle.ThrottleConfig;
import parley.testkit.servers.RedisExtension;

class ThrottledIT {
  private static final Allowance THREE = new Allowance(3, Duration.ofMinutes(10));
  private static final Allowance FIVE = new Allowance(5, Duration.ofMinutes(10));

  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();
  private ApiHost host;
  private Http http;

  @BeforeEach
  void start() {
    REDIS.flush();
    HttpConfig behindProxy =
        new HttpConfig(
            Optional.empty(), List.of(Network.parse("127.0.0.1").orElseThrow()), Set.of());
    host =
        ApiHost.start(
            ApiHost.config(
                REDIS.uri(),
                behindProxy,
                new ThrottleConfig(THREE, FIVE, THREE, THREE, THREE, THREE)));
    http = host.http();
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void stopsGuessingFromOneNetworkAndSaysWhenToComeBack() {
    http.signUp("guessed").expect(201);
    for (int i = 0; i < 3; i++) {
      from("198.51.100." + i).logIn("guessed", "wrong password").expect(401);
    }

    Http.Reply refused =
        from("198.51.100.9").logIn("guessed", Http.PASSWORD).expectProblem(429, "RATE_LIMITED");

    int seconds = Integer.parseInt(refused.header("retry-after"));
    assertTrue(seconds > 590 && seconds <= 600, "retry after " + seconds);
    from("203.0.113.1").logIn("guessed", Http.PASSWORD).expect(200);
  }

  @Test
  void stopsGuessingFromManyNetworks() {
    http.signUp("besieged").expect(201);
    for (int i = 0; i < 5; i++) {
      from("198.51." + i + ".1").logIn("besieged", "wrong password").expect(401);
    }

    from("203.0.113.1").logIn("besieged", Http.PASSWORD).expectProblem(429, "RATE_LIMITED");
  }

  @Test
  void countsNamesThatDoNotExistTheSame() {
    for (int i = 0; i < 3; i++) {
      http.logIn("does.not.exist", "wrong password").expect(401);
    }

    http.logIn("does.not.exist", "wrong password").expectProblem(429, "RATE_LIMITED");
  }

  @Test
  void countsProgramsAndBrowsersTogether() {
    for (int i = 0; i < 3; i++) {
      http.logIn("some.body", "wrong password").expect(401);
    }

    http.post(
            "/api/tokens",
            new JsonObject().put("username", "SOME.body").put("password", Http.PASSWORD))
        .expectProblem(429, "RATE_LIMITED");
  }

  @Test
  void countsChangesOfThePasswordAsLogIns() {
    Http mine =
        http.fromOwnPage().withCookiesOf(http.fromOwnPage().signUp("insistent").expect(201));
    JsonObject wrong = new JsonObject().put("current", "wrong password").put("next", "a new one 1");
    for (int i = 0; i < 3; i++) {
      mine.put("/api/me/password", wrong).expectProblem(403, "WRONG_CREDENTIALS");
    }

    mine.put("/api/me/password", wrong.put("current", Http.PASSWORD))
        .expectProblem(429, "RATE_LIMITED");
    http.logIn("insistent", Http.PASSWORD).expectProblem(429, "RATE_LIMITED");
  }

  @Test
  void boundsSignUpsOfANetwork() {
    for (int i = 0; i < 3; i++) {
      from("2001:db8:1:1::" + i).signUp("newcomer-" + i + "x").expect(201);
    }

    from("2001:db8:1:1:ffff::1").signUp("one-too-many").expectProblem(429, "RATE_LIMITED");
    from("2001:db8:1:2::1").signUp("from-elsewhere").expect(201);
  }

  @Test
  void countsAllSpellingsOfANameThatForgotItsPassword() {
    askFrom("198.51.100.1", "some.body").expect(202);
    askFrom("198.51.101.1", "SOME.Body").expect(202);
    askFrom("198.51.102.1", " some.body").expect(202);

    askFrom("203.0.113.1", "\uff33ome.BODY ").expectProblem(429, "RATE_LIMITED");
    askFrom("203.0.113.2", "some.body.else").expect(202);
  }

  private Http.Reply askFrom(String address, String login) {
    return from(address).post("/api/password-resets", new JsonObject().put("login", login));
  }

  @Test
  void boundsRefreshes() {
    JsonObject nothing =
        new JsonObject()
            .put("refreshToken", "00000000-0000-0000-0000-000000000000." + "x".repeat(43))
            .put("nonce", "nonce-0001");
    for (int i = 0; i < 3; i++) {
      http.post("/api/tokens/refresh", nothing).expect(401);
    }

    http.post("/api/tokens/refresh", nothing).expectProblem(429, "RATE_LIMITED");
  }

  private Http from(String address) {
    // What a client claims stands to the left of what the proxy adds.
    return http.with("X-Forwarded-For", "192.0.2.99, " + address);
  }
}
