package parley.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.testkit.servers.RedisExtension;

class BadRequestsIT {
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                                        | body",
        "                                                         | body",
        "[]                                                       | body",
        "\"text\"                                                 | body",
        "null                                                     | body",
        "{\"username\":\"abc\"}                                   | password",
        "{\"username\":\"abc\",\"password\":12345678}             | password",
        "{\"username\":[\"abc\"],\"password\":\"12345678\"}       | username",
        "{\"username\":\"abc\",\"password\":\"x\",\"role\":\"a\"} | role",
        "{\"username\":null,\"password\":\"12345678\"}            | username",
        "{\"username\":\"a\",\"username\":\"b\"}                  | body",
        "{\"username\":\"abc\",\"password\":\"12345678\"} {}      | body",
      })
  void namesWhatIsMalformed(String body, String field) {
    Buffer bytes = Buffer.buffer(body == null ? "" : body.strip());

    Http.Reply refused = json().send(HttpMethod.POST, "/api/sessions", bytes);

    refused.expectProblem(400, "MALFORMED");
    assertEquals(field, refused.json().getString("field"));
  }

  @Test
  void refusesTextThatIsNotUtf8() {
    Buffer latin = Buffer.buffer("{\"username\":\"abc\",\"password\":\"").appendByte((byte) 0xE9);

    json()
        .send(HttpMethod.POST, "/api/sessions", latin.appendString("12345678\"}"))
        .expectProblem(400, "MALFORMED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "application/jsonp"
      })
  void acceptsNothingButJson(String type) {
    http.with("Content-Type", type)
        .send(HttpMethod.POST, "/api/sessions", Buffer.buffer("{}"))
        .expectProblem(415, "MALFORMED");
  }

  @Test
  void refusesABodyWithoutAType() {
    http.send(HttpMethod.POST, "/api/sessions", Buffer.buffer("{}"))
        .expectProblem(415, "MALFORMED");
  }

  @Test
  void acceptsJsonInUtf8() {
    http.with("Content-Type", "Application/JSON; charset=\"UTF-8\"")
        .send(HttpMethod.POST, "/api/sessions", Buffer.buffer("{}"))
        .expectProblem(400, "MALFORMED");
  }

  @Test
  void refusesABodyThatIsTooLong() {
    JsonObject body = new JsonObject().put("username", "abc").put("password", "x".repeat(9_000));

    http.post("/api/sessions", body).expectProblem(413, "MALFORMED");
  }

  @Test
  void refusesAChunkedBodyThatTurnsOutTooLong() {
    json()
        .postChunked("/api/sessions", Buffer.buffer("x".repeat(200_000)))
        .expectProblem(413, "MALFORMED");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/accounts, POST",
    "PUT, /api/sessions, 'GET, POST'",
    "POST, /api/me, GET",
    "GET, /api/sessions/current, DELETE",
    "DELETE, /api/tokens, POST",
    "POST, /index.html, 'GET, HEAD'",
  })
  void saysWhichMethodsAPathHas(String method, String path, String allowed) {
    Http.Reply refused = http.send(HttpMethod.valueOf(method), path, null);

    refused.expectProblem(405, "UNKNOWN_ADDRESS");
    assertEquals(allowed, refused.header("allow"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api", "/api/", "/api/unknown", "/api/me/too", "/health/unknown"})
  void doesNotKnowOtherPaths(String path) {
    http.with("Accept", "text/html").get(path).expectProblem(404, "UNKNOWN_ADDRESS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%", "/%zz", "/api/%c0%af"})
  void answersAnUnreadablePathWithAProblem(String path) {
    Http.Reply reply = http.get(path);

    assertTrue(reply.status() == 400 || reply.status() == 404, "status: " + reply.status());
    assertEquals("application/problem+json", reply.header("content-type"));
  }

  @Test
  void tellsNothingOfItsOwnFaults() {
    Http.Reply reply = http.get("/api-bug").expectProblem(500, "INTERNAL");

    assertFalse(reply.content().toString().contains("nobody may see"));
    assertFalse(reply.content().toString().contains("Exception"));
  }

  @Test
  void answersStrictHeadersOnEverything() {
    for (String path : new String[] {"/", "/api/me", "/health/live", "/nothing"}) {
      Http.Reply reply = http.get(path);

      assertEquals("nosniff", reply.header("x-content-type-options"), path);
      assertEquals("no-referrer", reply.header("referrer-policy"), path);
      assertEquals("same-origin", reply.header("cross-origin-opener-policy"), path);
      assertEquals("same-origin", reply.header("cross-origin-resource-policy"), path);
      assertTrue(
          reply
              .header("content-security-policy")
              .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; "),
          path);
    }
  }

  private static Http json() {
    return http.with("Content-Type", "application/json");
  }
}
