package parley.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;

/**
 * Issues and verifies access tokens: JWT, ES256. Whether the session in a valid one still lives is
 * another question. Confined to the event loop that made it.
 */
final class AccessTokens {
  private static final String ALGORITHM = "ES256";
  private static final int MAX_LENGTH = 2_048;

  /** The library would overlook what follows the 64 bytes of a signature. */
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{86}");

  /** Clocks of two gateways may differ by this much. */
  private static final int LEEWAY_S = 5;

  private final Vertx vertx;
  private final SessionConfig config;
  private final Supplier<SigningKeys> ring;
  private final Clock clock;
  private SigningKeys verifying;
  private JWTAuth verifier;
  private SigningKey signing;
  private JWTAuth signer;

  /** With the keys that {@code ring} gives at the time of each use. */
  AccessTokens(Vertx vertx, SessionConfig config, Supplier<SigningKeys> ring, Clock clock) {
    this.vertx = vertx;
    this.config = config;
    this.ring = ring;
    this.clock = clock;
  }

  /** A token for a session that lives. */
  AccessToken issue(UserId account, SessionId session) {
    long expiresAt = clock.instant().getEpochSecond() + config.accessTtl().toSeconds();
    String text =
        signer()
            .generateToken(
                new JsonObject().put("sid", session.toString()).put("exp", expiresAt),
                required().setAlgorithm(ALGORITHM).setSubject(account.toString()));
    return new AccessToken(text, expiresAt * 1000);
  }

  /**
   * What the token says; {@code SESSION_EXPIRED} for one that is not valid, for whatever reason.
   */
  Future<AccessClaims> verify(String token) {
    if (token.length() > MAX_LENGTH || !FORM.matcher(token).matches()) {
      return Future.failedFuture(BusFailure.of(FailureCode.SESSION_EXPIRED));
    }
    return Future.succeededFuture(new TokenCredentials(token))
        .compose(verifier()::authenticate)
        .map(AccessTokens::claims)
        .recover(invalid -> Future.failedFuture(BusFailure.of(FailureCode.SESSION_EXPIRED)));
  }

  // Two, since the library signs with any of the keys that it knows.
  private JWTAuth signer() {
    SigningKey key = ring.get().signing(clock.instant().getEpochSecond());
    if (!key.equals(signing)) {
      signer = JWTAuth.create(vertx, new JWTAuthOptions().addJwk(key.withPrivatePart()));
      signing = key;
    }
    return signer;
  }

  private JWTAuth verifier() {
    SigningKeys keys = ring.get();
    if (keys != verifying) {
      JWTAuthOptions all = new JWTAuthOptions().setJWTOptions(required());
      keys.all().forEach(key -> all.addJwk(key.publicPart()));
      verifier = JWTAuth.create(vertx, all);
      verifying = keys;
    }
    return verifier;
  }

  private JWTOptions required() {
    return new JWTOptions()
        .setIssuer(config.issuer())
        .setAudience(List.of(config.audience()))
        .setLeeway(LEEWAY_S);
  }

  private static AccessClaims claims(User user) {
    JsonObject claims = user.attributes().getJsonObject("accessToken");
    return new AccessClaims(
        UserId.of(claims.getString("sub")),
        SessionId.of(claims.getString("sid")),
        claims.getLong("exp") * 1000);
  }
}
