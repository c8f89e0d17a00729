package parley.gateway.session;

import static java.time.ZoneOffset.UTC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;
import parley.testkit.bridge.Await;

class AccessTokensTest {
  private static final SessionConfig CONFIG =
      new SessionConfig(
          Duration.ofMinutes(5), Duration.ofDays(30), Optional.empty(), "parley", "parley");
  private static final UserId ACCOUNT = new UserId(UUID.randomUUID());
  private static final SessionId SESSION = new SessionId(UUID.randomUUID());

  private static Vertx vertx;
  private static SigningKeys keys;
  private static AccessTokens tokens;

  @BeforeAll
  static void start(@TempDir Path folder) {
    vertx = Vertx.vertx();
    keys = SigningKeys.create(folder.resolve("keys.jwks"));
    tokens = tokens(keys, Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    Await.get(vertx.close());
  }

  @Test
  void saysWhoseTheTokenIsAndForHowLong() {
    AccessToken token = tokens.issue(ACCOUNT, SESSION);

    assertEquals(
        new AccessClaims(ACCOUNT, SESSION, token.expiresAt()),
        Await.get(tokens.verify(token.text())));
    assertTrue(token.remainingMs() > 298_000 && token.remainingMs() <= 300_000);
    assertFalse(token.toString().contains(token.text()));
  }

  @Test
  void carriesAlgorithmKeyIssuerAudienceAndEnd() {
    String[] parts = tokens.issue(ACCOUNT, SESSION).text().split("\\.");
    JsonObject header = decoded(parts[0]);
    JsonObject payload = decoded(parts[1]);

    assertEquals("ES256", header.getString("alg"));
    assertEquals(keys.first().kid(), header.getString("kid"));
    assertEquals("parley", payload.getString("iss"));
    assertEquals("parley", payload.getString("aud"));
    assertEquals(ACCOUNT.toString(), payload.getString("sub"));
    assertEquals(SESSION.toString(), payload.getString("sid"));
    assertEquals(300, payload.getLong("exp") - payload.getLong("iat"), 1);
  }

  @Test
  void verifiesEveryTokenThatItIssues() {
    for (int i = 0; i < 500; i++) {
      Await.get(tokens.verify(tokens.issue(ACCOUNT, new SessionId(UUID.randomUUID())).text()));
    }
  }

  @Test
  void refusesWhatIsNoToken() {
    for (String text : new String[] {"", ".", "..", "a.b.c", "x".repeat(5_000), "\u0000", "a b"}) {
      refused(text);
    }
  }

  @Test
  void refusesATokenWithAnyPartChanged() {
    String text = tokens.issue(ACCOUNT, SESSION).text();
    for (int at = 0; at < text.length() - 1; at++) {
      char other = text.charAt(at) == 'A' ? 'B' : 'A';
      if (text.charAt(at) != '.') {
        refused(text.substring(0, at) + other + text.substring(at + 1));
      }
    }
    refused(text + "x");
    refused(text.substring(0, text.length() - 1));
  }

  @Test
  void refusesAnUnsignedToken() {
    String[] parts = tokens.issue(ACCOUNT, SESSION).text().split("\\.");
    String none = encoded(new JsonObject().put("alg", "none").put("typ", "JWT"));

    refused(none + "." + parts[1] + ".");
    refused(none + "." + parts[1]);
    refused(none + "." + parts[1] + "." + parts[2]);
    refused(parts[0] + "." + parts[1] + ".");
  }

  @Test
  void refusesASignatureOfZeros() {
    String[] parts = tokens.issue(ACCOUNT, SESSION).text().split("\\.");

    refused(parts[0] + "." + parts[1] + "." + "A".repeat(86));
  }

  @Test
  void refusesAKeyOfSomebodyElseEvenUnderOurKid() {
    SigningKey foreign = SigningKey.generate();
    SigningKey masked =
        new SigningKey(keys.first().kid(), foreign.x(), foreign.y(), foreign.d(), 0);

    refused(signed(foreign, ours()));
    refused(signed(masked, ours()));
  }

  @Test
  void refusesThePublicKeyUsedAsASecret() {
    JWTAuth hmac =
        JWTAuth.create(
            vertx,
            new JWTAuthOptions()
                .addPubSecKey(
                    new PubSecKeyOptions()
                        .setAlgorithm("HS256")
                        .setBuffer(keys.first().publicPart().encode())));

    refused(hmac.generateToken(claims(), ours().setAlgorithm("HS256")));
  }

  @Test
  void refusesAnotherIssuerAudienceOrNone() {
    refused(signed(keys.first(), ours().setIssuer("somebody")));
    refused(signed(keys.first(), new JWTOptions().setIssuer("parley").setSubject("x")));
    refused(
        signed(
            keys.first(), new JWTOptions().addAudience("parley").setSubject(ACCOUNT.toString())));
  }

  @Test
  void refusesAnExpiredToken() {
    JsonObject past = claims().put("exp", System.currentTimeMillis() / 1000 - 10);

    refused(signer(keys.first()).generateToken(past, ours()));
  }

  @Test
  void refusesATokenWithoutEndSessionOrAccount() {
    JWTAuth signer = signer(keys.first());
    JsonObject endless = claims();
    endless.remove("exp");
    JsonObject sessionless = claims();
    sessionless.remove("sid");

    Await.get(tokens.verify(signer.generateToken(claims(), ours())));
    refused(signer.generateToken(endless, ours()));
    refused(signer.generateToken(sessionless, ours()));
    refused(signer.generateToken(claims(), ours().setSubject("not an id")));
    refused(signer.generateToken(claims().put("exp", "never"), ours()));
  }

  @Test
  void verifiesWithEveryKeyAndSignsWithTheFirst(@TempDir Path folder) throws Exception {
    Path path = folder.resolve("keys.jwks");
    SigningKeys.create(path);
    JsonObject old = new JsonObject(Files.readString(path));
    AccessTokens before = tokens(SigningKeys.load(path), Clock.systemUTC());
    SigningKey added = SigningKey.generate();
    old.getJsonArray("keys").add(0, added.withPrivatePart());
    Files.writeString(path, old.encode());

    AccessTokens after = tokens(SigningKeys.load(path), Clock.systemUTC());

    Await.get(after.verify(before.issue(ACCOUNT, SESSION).text()));
    for (int i = 0; i < 20; i++) {
      String header = after.issue(ACCOUNT, SESSION).text().split("\\.")[0];
      assertEquals(added.kid(), decoded(header).getString("kid"));
    }
  }

  @Test
  void verifiesANewKeyAtOnceAndSignsWithItAfterItsHeadStart(@TempDir Path folder) {
    Path path = folder.resolve("keys.jwks");
    SigningKeys.create(path);
    KeyRing ring = KeyRing.load(path);
    Instant now = Instant.now();
    AccessTokens early = new AccessTokens(vertx, CONFIG, ring, Clock.fixed(now, UTC));
    Instant then = now.plus(KeyRotation.HEAD_START);
    AccessTokens later = new AccessTokens(vertx, CONFIG, ring, Clock.fixed(then, UTC));
    AccessToken before = early.issue(ACCOUNT, SESSION);

    String kid = KeyRotation.rotate(path, Clock.fixed(now, UTC));
    assertTrue(ring.look());
    AccessToken during = early.issue(ACCOUNT, SESSION);
    AccessToken after = later.issue(ACCOUNT, SESSION);

    assertEquals(kidOf(before), kidOf(during));
    assertEquals(kid, kidOf(after));
    for (AccessToken token : List.of(before, during, after)) {
      assertEquals(SESSION, Await.get(early.verify(token.text())).session());
      assertEquals(SESSION, Await.get(later.verify(token.text())).session());
    }
  }

  private static String kidOf(AccessToken token) {
    return decoded(token.text().split("\\.")[0]).getString("kid");
  }

  private static AccessTokens tokens(SigningKeys keys, Clock clock) {
    return new AccessTokens(vertx, CONFIG, () -> keys, clock);
  }

  private static void refused(String text) {
    BusFailure failure = assertThrows(BusFailure.class, () -> Await.get(tokens.verify(text)), text);
    assertEquals(FailureCode.SESSION_EXPIRED, failure.code());
  }

  private static JsonObject claims() {
    return new JsonObject()
        .put("sid", SESSION.toString())
        .put("exp", System.currentTimeMillis() / 1000 + 300);
  }

  private static JWTOptions ours() {
    return new JWTOptions()
        .setAlgorithm("ES256")
        .setIssuer("parley")
        .addAudience("parley")
        .setSubject(ACCOUNT.toString());
  }

  private static String signed(SigningKey key, JWTOptions options) {
    return signer(key).generateToken(claims(), options.setAlgorithm("ES256"));
  }

  private static JWTAuth signer(SigningKey key) {
    return JWTAuth.create(vertx, new JWTAuthOptions().addJwk(key.withPrivatePart()));
  }

  private static JsonObject decoded(String part) {
    return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
  }

  private static String encoded(JsonObject json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.encode().getBytes(StandardCharsets.UTF_8));
  }
}
