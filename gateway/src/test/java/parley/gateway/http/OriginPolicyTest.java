package parley.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPolicyTest {
  private static final HostAndPort LOCAL = HostAndPort.authority("chat.example", 8080);

  @ParameterizedTest
  @CsvSource({
    "https://chat.example, true",
    "https://CHAT.example:443, true",
    "http://chat.example, false",
    "https://chat.example:8443, false",
    "https://chat.example.evil.example, false",
    "https://evil.example, false",
    "https://other.example, true",
    "null, false",
    "'', false",
    "chat.example, false",
    "file://chat.example, false",
  })
  void allowsThePublicUrlAndWhatConfigurationAdds(String origin, boolean allowed) {
    OriginPolicy policy = policy("https://chat.example/", "https://other.example");

    assertEquals(allowed, policy.allows(origin, LOCAL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://chat.example:8080", "https://chat.example:8080"})
  void allowsTheHostThatTheRequestNamesWithoutAPublicUrl(String origin) {
    assertTrue(policy("", "").allows(origin, LOCAL));
  }

  @Test
  void takesTheDefaultPortAsGiven() {
    HostAndPort bare = HostAndPort.parseAuthority("chat.example", -1);

    assertTrue(policy("", "").allows("http://chat.example", bare));
    assertTrue(policy("", "").allows("https://chat.example", bare));
    assertFalse(policy("", "").allows("http://chat.example:8080", bare));
  }

  @Test
  void doesNotBelieveTheHostHeaderOnceAPublicUrlIsSet() {
    assertFalse(policy("https://chat.example", "").allows("http://chat.example:8080", LOCAL));
  }

  @Test
  void allowsNothingToARequestThatNamesNoHost() {
    assertFalse(policy("", "").allows("http://chat.example", null));
  }

  private static OriginPolicy policy(String publicUrl, String extra) {
    return new OriginPolicy(
        new HttpConfig(
            publicUrl.isEmpty() ? Optional.empty() : Optional.of(URI.create(publicUrl)),
            List.of(),
            extra.isEmpty() ? Set.of() : Set.of(Origin.of(extra).orElseThrow())));
  }
}
