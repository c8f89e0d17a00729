package parley.gateway.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import parley.config.ConfigReader;

/**
 * How sessions and their tokens live.
 *
 * @param accessTtl life of an access token, at most 10 minutes
 * @param idleTtl life of a session that is not refreshed
 * @param keyFile where the signing keys are; absent until configured or supplied
 * @param issuer who access tokens say they are from
 * @param audience whom access tokens say they are for
 */
public record SessionConfig(
    Duration accessTtl, Duration idleTtl, Optional<Path> keyFile, String issuer, String audience) {
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** Reads the settings; what is wrong is noted in the reader. */
  public static SessionConfig from(ConfigReader in) {
    return new SessionConfig(
        in.duration(
            "session.accessTtl",
            Duration.ofMinutes(5),
            Duration.ofSeconds(10),
            Duration.ofMinutes(10),
            "How long an access token is valid."),
        in.duration(
            "session.idleTtl",
            Duration.ofDays(30),
            Duration.ofMinutes(20),
            Duration.ofDays(365),
            "How long a session lives without being refreshed."),
        in.path(
            "session.keyFile",
            "",
            "File of the keys that sign access tokens (JWKS, mode 0600); the first one signs."),
        in.text("session.issuer", "parley", "Who access tokens say they are from."),
        in.text("session.audience", "parley", "Whom access tokens say they are for."));
  }

  /** The same with the keys at {@code path}. */
  public SessionConfig withKeyFile(Path path) {
    return new SessionConfig(accessTtl, idleTtl, Optional.of(path), issuer, audience);
  }

  /** Where the signing keys are; refused if nobody said. */
  public Path requiredKeyFile() {
    return keyFile.orElseThrow(
        () -> new SigningKeysException("signing keys: session.keyFile is not set"));
  }

  /** For how long the end of a session must be remembered: no access token outlives it. */
  Duration endRemembered() {
    return accessTtl.plus(MARGIN);
  }
}
