package parley.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.gateway.http.HttpConfig;
import parley.testkit.servers.RedisExtension;

class CookiesIT {
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  @Test
  void cannotBeReadByScriptsOrSentByOtherSites() {
    try (ApiHost host = ApiHost.start(ApiHost.config(REDIS.uri()))) {
      Http.Reply reply = host.http().fromOwnPage().signUp("cookies").expect(201);

      assertEquals(
          Set.of("Path=/", "Max-Age=300", "HTTPOnly", "SameSite=Strict"),
          attributes(reply.cookie("parley")));
      assertEquals(
          Set.of("Path=/api/sessions", "Max-Age=2592000", "HTTPOnly", "SameSite=Strict"),
          attributes(reply.cookie("parley-refresh")));
    }
  }

  @Test
  void areBoundToTheHostUnderTls() {
    HttpConfig tls =
        new HttpConfig(Optional.of(URI.create("https://chat.example")), List.of(), Set.of());
    try (ApiHost host = ApiHost.start(ApiHost.config(REDIS.uri(), tls, ApiHost.plenty()))) {
      Http http = host.http().with("Origin", "https://chat.example");
      Http.Reply reply = http.signUp("cookies").expect(201);

      assertEquals(
          Set.of("Path=/", "Max-Age=300", "HTTPOnly", "Secure", "SameSite=Strict"),
          attributes(reply.cookie("__Host-parley")));
      assertEquals(
          Set.of("Path=/api/sessions", "Max-Age=2592000", "HTTPOnly", "Secure", "SameSite=Strict"),
          attributes(reply.cookie("__Secure-parley-refresh")));
      http.withCookiesOf(reply).get("/api/me").expect(200);
      assertTrue(reply.header("strict-transport-security").startsWith("max-age="));
      assertTrue(
          reply
              .header("content-security-policy")
              .contains("connect-src 'self' wss://chat.example;"));
    }
  }

  private static Set<String> attributes(String cookie) {
    return Stream.of(cookie.split("; "))
        .skip(1)
        .filter(attribute -> !attribute.startsWith("Expires="))
        .collect(Collectors.toSet());
  }
}
