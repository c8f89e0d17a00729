package parley.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.id.SessionId;
import parley.testkit.bridge.Await;
import parley.testkit.servers.RedisExtension;

class SessionsIT {
  private static final JsonObject NONCE = new JsonObject().put("nonce", "nonce-of-a-tab-1");
  private static final JsonObject OTHER_NONCE = new JsonObject().put("nonce", "nonce-of-a-tab-2");

  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();
  private static ApiHost host;
  private static Http http;

  @BeforeAll
  static void start() {
    host = ApiHost.start(ApiHost.config(REDIS.uri()));
    http = host.http().fromOwnPage();
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @Test
  void refusesWhoIsNotSignedIn() {
    Http.Reply refused = http.get("/api/me").expectProblem(401, "SESSION_EXPIRED");

    assertEquals("Bearer", refused.header("www-authenticate"));
  }

  @Test
  void refreshesWithNewTokens() {
    Http.Reply first = http.signUp("refresher").expect(201);

    Http.Reply second = refresh(first, NONCE).expect(200);

    assertNotEquals(first.cookieValue("parley-refresh"), second.cookieValue("parley-refresh"));
    assertEquals(first.json().getString("session"), second.json().getString("session"));
    http.withCookiesOf(second).get("/api/me").expect(200);
  }

  @Test
  void givesARepeatTheSameSuccessor() {
    Http.Reply first = http.signUp("repeater").expect(201);

    Http.Reply once = refresh(first, NONCE).expect(200);
    Http.Reply again = refresh(first, NONCE).expect(200);

    assertEquals(once.cookieValue("parley-refresh"), again.cookieValue("parley-refresh"));
    refresh(once, NONCE).expect(200);
  }

  @Test
  void endsTheSessionWhenATokenIsUsedAgain() {
    Http.Reply first = http.signUp("stolen").expect(201);
    Http.Reply second = refresh(first, NONCE).expect(200);

    Http.Reply reused = refresh(first, OTHER_NONCE).expectProblem(401, "SIGNED_OUT");

    assertEquals("", reused.cookieValue("parley-refresh"));
    refresh(second, NONCE).expectProblem(401, "SIGNED_OUT");
    http.withCookiesOf(second).get("/api/me").expectProblem(401, "SIGNED_OUT");
  }

  @Test
  void endsTheSessionWhenTheRepeatComesTooLate() {
    Http.Reply first = http.signUp("latecomer").expect(201);
    refresh(first, NONCE).expect(200);

    host.persistence.advance(Duration.ofSeconds(61));

    refresh(first, NONCE).expectProblem(401, "SIGNED_OUT");
  }

  @Test
  void refusesARefreshWithoutATokenOrWithAnythingElse() {
    http.post("/api/sessions/refresh", NONCE).expectProblem(401, "SIGNED_OUT");
    http.with("Cookie", "parley-refresh=nonsense")
        .post("/api/sessions/refresh", NONCE)
        .expectProblem(401, "SIGNED_OUT");
  }

  @Test
  void refusesANonceThatIsNone() {
    Http.Reply first = http.signUp("nonces").expect(201);

    Http.Reply refused = refresh(first, new JsonObject().put("nonce", "a b")).expect(422);

    assertEquals("nonce", refused.json().getString("field"));
    refresh(first, NONCE).expect(200);
  }

  @Test
  void refusesAnEndedSessionAtOnce() {
    Http.Reply signedUp = http.signUp("leaver").expect(201);
    Http mine = http.withCookiesOf(signedUp);
    mine.get("/api/me").expect(200);

    Http.Reply ended = mine.delete("/api/sessions/current").expect(204);

    assertEquals("", ended.cookieValue("parley"));
    assertTrue(ended.cookie("parley-refresh").contains("Max-Age=0"));
    mine.get("/api/me").expectProblem(401, "SIGNED_OUT");
    refresh(signedUp, NONCE).expectProblem(401, "SIGNED_OUT");
  }

  @Test
  void logsOutWithTheRefreshTokenWhenTheAccessTokenIsGone() {
    Http.Reply signedUp = http.signUp("sleeper").expect(201);
    Http withoutAccess =
        http.with("Cookie", "parley-refresh=" + signedUp.cookieValue("parley-refresh"));

    withoutAccess.delete("/api/sessions/current").expect(204);

    http.withCookiesOf(signedUp).get("/api/me").expectProblem(401, "SIGNED_OUT");
  }

  @Test
  void refusesALogOutOfNobody() {
    http.delete("/api/sessions/current").expectProblem(401, "SESSION_EXPIRED");
  }

  @Test
  void refusesASessionThatEndedElsewhereThoughNobodyToldAndRedisStillHoldsIt() {
    Http.Reply signedUp = http.signUp("elsewhere").expect(201);
    Http mine = http.withCookiesOf(signedUp);
    mine.get("/api/me").expect(200);

    host.persistence.endSilently(SessionId.of(signedUp.json().getString("session")));

    Await.until(
        "the ended session is refused",
        Duration.ofSeconds(3),
        () -> mine.get("/api/me").status() == 401);
  }

  @Test
  void readsSessionsFromRedisNotFromPersistence() {
    Http mine = http.withCookiesOf(http.signUp("frequent").expect(201));
    mine.get("/api/me").expect(200);
    int before = host.persistence.sessionReads();

    for (int i = 0; i < 20; i++) {
      mine.get("/api/me").expect(200);
    }

    assertEquals(before, host.persistence.sessionReads());
  }

  @Test
  void rebuildsTheCopyOfASessionWhenRedisLostIt() {
    Http mine = http.withCookiesOf(http.signUp("forgotten").expect(201));
    mine.get("/api/me").expect(200);
    int before = host.persistence.sessionReads();
    REDIS.flush();

    mine.get("/api/me").expect(200);
    Await.until(
        "the copy is back",
        () -> {
          int reads = host.persistence.sessionReads();
          mine.get("/api/me").expect(200);
          return host.persistence.sessionReads() == reads;
        });

    assertTrue(host.persistence.sessionReads() > before);
  }

  @Test
  void answersWithoutBeingStored() {
    Http.Reply reply = http.withCookiesOf(http.signUp("uncached").expect(201)).get("/api/me");

    assertEquals("no-store", reply.header("cache-control"));
    assertFalse(reply.headers().containsKey("etag"));
  }

  private static Http.Reply refresh(Http.Reply holder, JsonObject nonce) {
    return http.withCookiesOf(holder).post("/api/sessions/refresh", nonce);
  }
}
