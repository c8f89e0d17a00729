package parley.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.id.SessionId;
import parley.testkit.bridge.Await;
import parley.testkit.servers.RedisExtension;

/** Where an account is signed in, signing out there, and changing the password. */
class DevicesIT {
  private static final String NEXT = "staple of a donkey";
  private static final Duration PROMISED = Duration.ofSeconds(3);

  @RegisterExtension static final RedisExtension REDIS = RedisExtension.dedicated();
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
  void listsTheSessionsOfTheCallerAndMarksItsOwn() {
    Http.Reply signedUp = http.with("User-Agent", "phone").signUp("lister").expect(201);
    http.with("User-Agent", "desk").logIn("lister", Http.PASSWORD).expect(200);
    http.signUp("somebody-else").expect(201);

    JsonArray listed =
        http.withCookiesOf(signedUp)
            .get("/api/sessions")
            .expect(200)
            .json()
            .getJsonArray("sessions");

    assertEquals(List.of("desk", "phone"), texts(listed, "device").sorted().toList());
    JsonObject own =
        objects(listed).filter(device -> device.getBoolean("current")).findFirst().orElseThrow();
    assertEquals(signedUp.json().getString("session"), own.getString("id"));
    assertEquals("phone", own.getString("device"));
    assertEquals(1, own.getLong("createdAt"));
    assertEquals(2, own.getLong("refreshedAt"));
    assertEquals(1, objects(listed).filter(device -> device.getBoolean("current")).count());
  }

  @Test
  void endsAnotherSessionOfOnesOwnAtOnce() {
    Http.Reply here = http.signUp("sweeper").expect(201);
    Http.Reply there = http.logIn("sweeper", Http.PASSWORD).expect(200);

    Http.Reply ended = end(here, there.json().getString("session")).expect(204);

    assertTrue(ended.setCookies().isEmpty(), "the own cookies stay");
    http.withCookiesOf(there).get("/api/me").expectProblem(401, "SIGNED_OUT");
    http.withCookiesOf(here).get("/api/me").expect(200);
    end(here, there.json().getString("session")).expect(204);
  }

  @Test
  void endsTheOwnSessionAndTakesItsCookies() {
    Http.Reply here = http.signUp("self-ender").expect(201);

    Http.Reply ended = end(here, here.json().getString("session")).expect(204);

    assertEquals("", ended.cookieValue("parley"));
    http.withCookiesOf(here).get("/api/me").expectProblem(401, "SIGNED_OUT");
  }

  @Test
  void tellsAnothersSessionAnUnknownOneAndNoIdTheSame() {
    Http.Reply mine = http.signUp("curious").expect(201);
    Http.Reply theirs = http.signUp("private-one").expect(201);

    Http.Reply foreign = end(mine, theirs.json().getString("session"));

    foreign.expectProblem(404, "NOT_FOUND");
    assertEquals(foreign.content(), end(mine, UUID.randomUUID().toString()).content());
    assertEquals(foreign.content(), end(mine, "no-id").content());
    http.withCookiesOf(theirs).get("/api/me").expect(200);
  }

  @Test
  void refusesWhoIsNotSignedInOrComesFromAnotherPage() {
    Http.Reply mine = http.signUp("guarded-list").expect(201);

    http.get("/api/sessions").expectProblem(401, "SESSION_EXPIRED");
    http.delete("/api/sessions/" + mine.json().getString("session")).expect(401);
    host.http()
        .with("Origin", "http://evil.example")
        .withCookiesOf(mine)
        .delete("/api/sessions/" + mine.json().getString("session"))
        .expectProblem(403, "FORBIDDEN");
    http.put("/api/me/password", passwords(Http.PASSWORD, NEXT)).expect(401);
  }

  @Test
  void refusesAnEndedSessionWhereTheSignalIsLostAndRedisFlushed() {
    Http.Reply there = http.signUp("unheard").expect(201);
    http.withCookiesOf(there).get("/api/me").expect(200);

    host.persistence.endSilently(SessionId.of(there.json().getString("session")));
    REDIS.flush();

    awaitSignedOut(there);
  }

  @Test
  void refusesAnEndedSessionWhereTheSignalIsLostAndRedisIsAway() {
    Http.Reply there = http.signUp("unheard-too").expect(201);
    http.withCookiesOf(there).get("/api/me").expect(200);
    REDIS.crash();
    try {
      host.persistence.endSilently(SessionId.of(there.json().getString("session")));
      awaitSignedOut(there);
    } finally {
      REDIS.restart();
    }
  }

  @Test
  void replacesThePasswordAndEndsTheOtherSessions() {
    Http.Reply here = http.signUp("replacer").expect(201);
    Http.Reply there = http.logIn("replacer", Http.PASSWORD).expect(200);

    change(here, Http.PASSWORD, NEXT).expect(204);

    http.withCookiesOf(here).get("/api/me").expect(200);
    http.withCookiesOf(there).get("/api/me").expectProblem(401, "SIGNED_OUT");
    http.logIn("replacer", Http.PASSWORD).expectProblem(401, "WRONG_CREDENTIALS");
    http.logIn("replacer", NEXT).expect(200);
  }

  @Test
  void keepsThePasswordWhereTheCurrentOneIsWrong() {
    Http.Reply here = http.signUp("mistaken").expect(201);
    Http.Reply there = http.logIn("mistaken", Http.PASSWORD).expect(200);

    change(here, "another one", NEXT).expectProblem(403, "WRONG_CREDENTIALS");

    http.withCookiesOf(there).get("/api/me").expect(200);
    http.logIn("mistaken", Http.PASSWORD).expect(200);
  }

  @Test
  void refusesANextPasswordThatIsNotAllowed() {
    Http.Reply here = http.signUp("weakling").expect(201);

    for (String next : List.of("short", "weakling", " ".repeat(9), "x".repeat(201))) {
      Http.Reply refused = change(here, Http.PASSWORD, next).expectProblem(422, "MALFORMED");
      assertEquals("next", refused.json().getString("field"));
    }
    http.logIn("weakling", Http.PASSWORD).expect(200);
  }

  private static void awaitSignedOut(Http.Reply session) {
    Await.until(
        "the ended session is refused",
        PROMISED,
        () -> http.withCookiesOf(session).get("/api/me").status() == 401);
  }

  private static Http.Reply end(Http.Reply holder, String session) {
    return http.withCookiesOf(holder).delete("/api/sessions/" + session);
  }

  private static Http.Reply change(Http.Reply holder, String current, String next) {
    return http.withCookiesOf(holder).put("/api/me/password", passwords(current, next));
  }

  private static JsonObject passwords(String current, String next) {
    return new JsonObject().put("current", current).put("next", next);
  }

  private static Stream<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast);
  }

  private static Stream<String> texts(JsonArray array, String field) {
    return objects(array).map(object -> object.getString(field));
  }
}
