package parley.gateway.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.gateway.http.HttpConfig;
import parley.gateway.throttle.Allowance;
import parley.gateway.throttle.ThrottleConfig;
import parley.testkit.bridge.Await;
import parley.testkit.servers.RedisExtension;

/** Redis dies or freezes: people stay signed in, sign in, refresh and log out all the same. */
class RedisAwayFaultIT {
  private static final JsonObject NONCE = new JsonObject().put("nonce", "nonce-of-a-tab");

  @RegisterExtension static final RedisExtension REDIS = RedisExtension.dedicated();
  private ApiHost host;
  private Http http;

  @BeforeEach
  void start() {
    Allowance plenty = new Allowance(1_000, Duration.ofMillis(1));
    Allowance four = new Allowance(4, Duration.ofMinutes(10));
    host =
        ApiHost.start(
            ApiHost.config(
                REDIS.uri(),
                HttpConfig.local(),
                new ThrottleConfig(four, plenty, plenty, plenty, plenty, plenty)));
    http = host.http().fromOwnPage();
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void everythingGoesOnWhileRedisIsDeadAndAfterItIsBack() {
    Http.Reply signedUp = http.signUp("survivor").expect(201);
    http.withCookiesOf(signedUp).get("/api/me").expect(200);
    REDIS.crash();
    try {
      goesOn(signedUp, "survivor");
      http.signUp("born.in.the.dark").expect(201);
    } finally {
      REDIS.restart();
    }
    Await.until(
        "sessions are read from Redis again",
        Duration.ofSeconds(10),
        () -> {
          Http mine = http.withCookiesOf(http.logIn("born.in.the.dark", Http.PASSWORD));
          int before = host.persistence.sessionReads();
          return mine.get("/api/me").status() == 200 && host.persistence.sessionReads() == before;
        });
  }

  @Test
  void everythingGoesOnWhileRedisIsFrozen() throws IOException, InterruptedException {
    Http.Reply signedUp = http.signUp("patient").expect(201);
    http.withCookiesOf(signedUp).get("/api/me").expect(200);
    signal("STOP");
    try {
      long begun = System.nanoTime();
      goesOn(signedUp, "patient");
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      assertTrue(took.compareTo(Duration.ofSeconds(6)) < 0, "took " + took);
    } finally {
      signal("CONT");
    }
  }

  @Test
  void attemptsAreStillCountedWhileRedisIsDead() {
    REDIS.crash();
    try {
      for (int i = 0; i < 4; i++) {
        http.logIn("counted", "wrong password").expect(401);
      }
      http.logIn("counted", "wrong password").expectProblem(429, "RATE_LIMITED");
    } finally {
      REDIS.restart();
    }
  }

  private void goesOn(Http.Reply signedUp, String name) {
    http.withCookiesOf(signedUp).get("/api/me").expect(200);
    Http.Reply refreshed =
        http.withCookiesOf(signedUp).post("/api/sessions/refresh", NONCE).expect(200);
    http.withCookiesOf(refreshed).get("/api/me").expect(200);
    Http.Reply loggedIn = http.logIn(name, Http.PASSWORD).expect(200);
    http.withCookiesOf(loggedIn).delete("/api/sessions/current").expect(204);
    http.withCookiesOf(loggedIn).get("/api/me").expectProblem(401, "SIGNED_OUT");
    http.withCookiesOf(refreshed).get("/api/me").expect(200);
  }

  private static void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(REDIS.pid())).start().waitFor();
  }
}
