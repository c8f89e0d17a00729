package parley.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.gateway.account.Secrets;
import parley.gateway.account.SignUpPolicy;
import parley.testkit.bridge.Await;
import parley.testkit.servers.RedisExtension;

/** Who may sign up, the first administrator, and invitations. */
class AdministrationIT {
  private static final String SECRET = Secrets.draw();

  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();
  private ApiHost host;
  private Http http;

  @AfterEach
  void stop() {
    host.close();
  }

  @ParameterizedTest
  @EnumSource(SignUpPolicy.class)
  void tellsWhoMaySignUpToEverybody(SignUpPolicy policy) {
    start(policy);

    JsonObject told = http.get("/api/sign-up").expect(200).json();

    assertEquals(new JsonObject().put("policy", policy.name().toLowerCase(Locale.ROOT)), told);
  }

  @Test
  void refusesEverybodyWhereSigningUpIsClosed() {
    start(SignUpPolicy.CLOSED);

    Http.Reply refused = signUp("outsider", Secrets.draw()).expectProblem(403, "FORBIDDEN");

    assertEquals("Signing up is closed here.", refused.json().getString("title"));
    assertEquals(null, host.persistence.account("outsider"));
  }

  @Test
  void asksForAnInvitationAndRefusesAWrongOne() {
    start(SignUpPolicy.INVITE);

    Http.Reply missing = http.signUp("uninvited").expectProblem(422, "MALFORMED");
    Http.Reply unknown = signUp("uninvited", Secrets.draw()).expectProblem(403, "FORBIDDEN");
    Http.Reply nonsense = signUp("uninvited", "open sesame").expectProblem(403, "FORBIDDEN");

    assertEquals("invite", missing.json().getString("field"));
    assertEquals(unknown.content(), nonsense.content());
    assertTrue(unknown.json().getString("title").contains("invitation"));
    assertEquals(null, host.persistence.account("uninvited"));
  }

  @Test
  void admitsAsManyAsAnInvitationSays() {
    start(SignUpPolicy.INVITE);
    host.persistence.offerInvite(Secrets.hash(SECRET), 1);
    Http.Reply first = signUp("first-one", SECRET).expect(201);
    Http admin = administrator(first);

    JsonObject invite = invite(admin, 2, 24).expect(201).json();
    long lifeMs = invite.getLong("expiresAt") - System.currentTimeMillis();

    assertEquals(2, invite.getInteger("uses"));
    assertTrue(Math.abs(lifeMs - TimeUnit.HOURS.toMillis(24)) < 60_000, "life " + lifeMs);
    signUp("guest-one", invite.getString("code")).expect(201);
    signUp("guest-two", invite.getString("code")).expect(201);
    signUp("guest-three", invite.getString("code")).expectProblem(403, "FORBIDDEN");
  }

  @Test
  void ignoresACodeWhereEverybodyMaySignUp() {
    start(SignUpPolicy.OPEN);

    signUp("free-rider", "whatever").expect(201);
  }

  @Test
  void refusesInvitationsByOthersAndBeyondBounds() {
    start(SignUpPolicy.OPEN);
    Http somebody = http.withCookiesOf(http.signUp("some-body").expect(201));

    http.post("/api/invites", uses(1, 1)).expect(401);
    invite(somebody, 1, 1).expectProblem(403, "FORBIDDEN");
    Http admin = administrator(http.signUp("the-boss").expect(201));

    assertEquals("uses", invite(admin, 0, 1).expect(422).json().getString("field"));
    assertEquals("uses", invite(admin, 1_001, 1).expect(422).json().getString("field"));
    assertEquals("expiresInHours", invite(admin, 1, 0).expect(422).json().getString("field"));
    assertEquals("expiresInHours", invite(admin, 1, 8_761).expect(422).json().getString("field"));
  }

  @Test
  void makesOneAccountAdministratorOnce() {
    start(SignUpPolicy.OPEN);
    Http.Reply first = http.signUp("claimant").expect(201);
    Http.Reply second = http.signUp("too-late").expect(201);
    assertFalse(first.json().getBoolean("administrator"));
    http.post("/api/administrators/claim", secret(SECRET)).expect(401);

    host.persistence.offer(Secrets.hash(SECRET));
    claim(first, "nonsense").expectProblem(403, "FORBIDDEN");
    claim(first, Secrets.draw()).expectProblem(403, "FORBIDDEN");
    claim(first, SECRET).expect(204);
    claim(second, SECRET).expectProblem(403, "FORBIDDEN");

    awaitAdministrator(http.withCookiesOf(first));
    assertFalse(me(http.withCookiesOf(second)).getBoolean("administrator"));
    assertTrue(
        http.logIn("claimant", Http.PASSWORD).expect(200).json().getBoolean("administrator"));
  }

  private void start(SignUpPolicy policy) {
    host = ApiHost.start(ApiHost.config(REDIS.uri(), policy));
    http = host.http().fromOwnPage();
  }

  private Http administrator(Http.Reply signedUp) {
    host.persistence.offer(Secrets.hash(SECRET));
    claim(signedUp, SECRET).expect(204);
    return http.withCookiesOf(signedUp);
  }

  private Http.Reply claim(Http.Reply holder, String secret) {
    return http.withCookiesOf(holder).post("/api/administrators/claim", secret(secret));
  }

  private static Http.Reply invite(Http by, int uses, int hours) {
    return by.post("/api/invites", uses(uses, hours));
  }

  private Http.Reply signUp(String username, String invite) {
    return http.post(
        "/api/accounts",
        new JsonObject()
            .put("username", username)
            .put("password", Http.PASSWORD)
            .put("invite", invite));
  }

  private static void awaitAdministrator(Http mine) {
    Await.until("shown in this session", () -> me(mine).getBoolean("administrator"));
  }

  private static JsonObject me(Http mine) {
    return mine.get("/api/me").expect(200).json();
  }

  private static JsonObject secret(String secret) {
    return new JsonObject().put("secret", secret);
  }

  private static JsonObject uses(int uses, int hours) {
    return new JsonObject().put("uses", uses).put("expiresInHours", hours);
  }
}
