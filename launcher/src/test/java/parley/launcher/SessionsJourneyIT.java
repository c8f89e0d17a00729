package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.bridge.Person.Answer;

/** From the console's secret to the first administrator, guests, devices and a new password. */
class SessionsJourneyIT {
  private static final String NEXT = "staple of a donkey";
  private static final Duration PROMISED = Duration.ofSeconds(2);
  private static final Vertx PEOPLE = Vertx.vertx();

  @TempDir static Path data;

  @AfterAll
  static void goHome() {
    PEOPLE.close();
  }

  @Test
  void theFirstAdministratorInvitesAndEverybodyRulesTheirOwnSessions() {
    String secret;
    try (ParleyProcess parley = start()) {
      secret = parley.administratorSecret();
      String code = becomeAdministratorAndInvite(parley.port(), secret);
      ruleOwnSessions(parley.port());
      assertEquals(143, parley.stop("TERM"));
      Printed.hasNothingOf(parley.err(), List.of(secret, code, NEXT, Person.PASSWORD));
      Printed.hasNoFault(parley.printed());
    }
    try (ParleyProcess parley = start()) {
      assertFalse(parley.has(ParleyProcess.OFFER), "there is an administrator");
      Answer late = claim(parley.port(), secret, token(parley.port(), "grace", Person.PASSWORD));
      assertEquals(403, late.status());
    }
  }

  private static String becomeAdministratorAndInvite(int port, String secret) {
    assertEquals(422, signUp(port, "eve", null).status());
    assertEquals(403, signUp(port, "eve", secret.replaceAll("[a-m]", "n")).status());
    signUp(port, "ada", secret).expect(201);
    String ada = token(port, "ada", Person.PASSWORD);
    claim(port, secret, ada).expect(204);
    Await.until("shown", () -> get(port, "/api/me", ada).getBoolean("administrator"));
    JsonObject wanted = new JsonObject().put("uses", 1).put("expiresInHours", 1);
    String code =
        call(port, HttpMethod.POST, "/api/invites", wanted, ada)
            .expect(201)
            .json()
            .getString("code");
    signUp(port, "grace", code).expect(201);
    assertEquals(403, signUp(port, "eve", code).status());
    String grace = token(port, "grace", Person.PASSWORD);
    assertEquals(403, call(port, HttpMethod.POST, "/api/invites", wanted, grace).status());
    return code;
  }

  private static void ruleOwnSessions(int port) {
    String here = token(port, "ada", Person.PASSWORD);
    String there = token(port, "ada", Person.PASSWORD);
    String elsewhere = token(port, "ada", Person.PASSWORD);
    String grace = token(port, "grace", Person.PASSWORD);
    String thereId = get(port, "/api/me", there).getString("session");
    JsonArray listed = get(port, "/api/sessions", here).getJsonArray("sessions");
    assertTrue(listed.size() >= 4, "sessions " + listed.size());
    try (BridgeClient socket = connect(port, there);
        BridgeClient other = connect(port, elsewhere);
        BridgeClient own = connect(port, here)) {
      assertEquals(404, end(port, thereId, grace).status());
      end(port, thereId, here).expect(204);
      Await.until("closed", PROMISED, socket::isClosed);
      assertFalse(other.isClosed());
      JsonObject passwords = new JsonObject().put("current", Person.PASSWORD).put("next", NEXT);
      call(port, HttpMethod.PUT, "/api/me/password", passwords, here).expect(204);
      Await.until("closed", PROMISED, other::isClosed);
      assertFalse(own.isClosed());
    }
    assertEquals(401, call(port, HttpMethod.GET, "/api/me", null, elsewhere).status());
    assertEquals(1, get(port, "/api/sessions", here).getJsonArray("sessions").size());
    token(port, "ada", NEXT);
  }

  private static ParleyProcess start() {
    Map<String, String> environment =
        Map.of(
            "PARLEY_PORT", "0",
            "PARLEY_DATA", data.toString(),
            "PARLEY_SIGN_UP_POLICY", "invite");
    return ParleyProcess.logging("logback-debug.xml", environment).awaitReady();
  }

  private static Answer signUp(int port, String username, String invite) {
    JsonObject body = new JsonObject().put("username", username).put("password", Person.PASSWORD);
    if (invite != null) {
      body.put("invite", invite);
    }
    return call(port, HttpMethod.POST, "/api/accounts", body, null);
  }

  private static String token(int port, String username, String password) {
    JsonObject body = new JsonObject().put("username", username).put("password", password);
    return call(port, HttpMethod.POST, "/api/tokens", body, null)
        .expect(200)
        .json()
        .getString("accessToken");
  }

  private static Answer claim(int port, String secret, String token) {
    JsonObject body = new JsonObject().put("secret", secret);
    return call(port, HttpMethod.POST, "/api/administrators/claim", body, token);
  }

  private static Answer end(int port, String session, String token) {
    return call(port, HttpMethod.DELETE, "/api/sessions/" + session, null, token);
  }

  private static JsonObject get(int port, String path, String token) {
    return call(port, HttpMethod.GET, path, null, token).expect(200).json();
  }

  private static BridgeClient connect(int port, String token) {
    return BridgeClient.connect(PEOPLE, port, token);
  }

  private static Answer call(
      int port, HttpMethod method, String path, JsonObject body, String bearer) {
    return Person.call(PEOPLE, port, method, path, body, bearer);
  }
}
