package parley.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.gateway.bridge.HandshakeRoutes;
import parley.gateway.http.Route;
import parley.testkit.servers.RedisExtension;

class DocumentsIT {
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();
  private static ApiHost host;
  private static Http http;

  @BeforeAll
  static void start() {
    host = ApiHost.start(ApiHost.config(REDIS.uri()));
    http = host.http();
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.json", "/asyncapi.json"})
  void areServedToEverybodyAndNotTwice(String path) {
    Http.Reply document = http.get(path).expect(200);

    assertEquals("application/json", document.header("content-type"));
    assertEquals("public, max-age=60", document.header("cache-control"));
    assertTrue(document.header("content-security-policy").startsWith("default-src 'none'"));
    assertEquals("nosniff", document.header("x-content-type-options"));
    http.with("If-None-Match", document.header("etag")).get(path).expect(304);
    http.send(HttpMethod.POST, path, null).expectProblem(405, "UNKNOWN_ADDRESS");
  }

  @Test
  void tellsThisServersRoutesAndAddresses() {
    assertTrue(http.get("/openapi.json").json().getJsonObject("paths").containsKey("/api/me"));
    assertTrue(
        http.get("/asyncapi.json")
            .json()
            .getJsonObject("channels")
            .containsKey("chat.message.send"));
  }

  /** The bridge's own routes are asked in the tests of the whole. */
  @Test
  void everyRouteOfTheDocumentIsServed() {
    List<Route> elsewhere = HandshakeRoutes.ROUTES;
    Http page = http.fromOwnPage();
    for (Route route : Surface.DECLARED.all()) {
      if (!elsewhere.contains(route)) {
        String path = route.path().replace("{session}", UUID.randomUUID().toString());
        int status = page.send(route.method(), path, null).status();
        assertNotEquals(404, status, route.toString());
        assertNotEquals(405, status, route.toString());
      }
    }
  }
}
