package parley.launcher.observatory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.launcher.TestParley;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.Person;

/** The headers of real answers, behind a proxy that ends TLS, by the Observatory's rules. */
class ObservatoryIT {
  private static final String PUBLIC_URL = "https://chat.example";
  private static final int BEST = 135;
  private static final Map<String, Integer> BEST_HEADERS =
      Map.of("policy", 10, "referrer", 5, "transport", 0, "types", 0, "frames", 5, "resources", 10);

  @TempDir static Path data;

  private static TestParley parley;

  @BeforeAll
  static void start() {
    parley = TestParley.start(data, Map.of("PARLEY_PUBLIC_URL", PUBLIC_URL));
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  @Test
  void deservesAnAPlus() {
    Map<String, Integer> points = Observatory.judge(start("/"));
    assertTrue(Observatory.score(points) >= Observatory.A_PLUS, points.toString());
  }

  @Test
  void handsOutItsCookiesAsSafely() {
    Map<String, Integer> points = Observatory.judge(signUp());
    assertEquals(5, points.get("cookies"));
    assertEquals(BEST, Observatory.score(points), points.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "200, /",
    "200, /rooms/42",
    "404, /missing.js",
    "401, /api/me",
    "404, /api/nothing",
    "200, /health/ready",
    "200, /openapi.json",
    "200, /asyncapi.json",
    "200, /eventbus/info",
    "401, /eventbus/websocket",
    "401, /eventbus/123/abcd1234/websocket",
    "404, /eventbus/123/abcd1234/xhr"
  })
  void everyAnswerCarriesTheHeaders(int status, String path) {
    Answer answer = start(path);
    assertEquals(status, answer.status());
    assertEquals(BEST_HEADERS, Observatory.judgeHeaders(answer));
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Security-Policy, 55",
    "Strict-Transport-Security, 80",
    "X-Content-Type-Options, 130",
    "Referrer-Policy, 130",
    "Cross-Origin-Resource-Policy, 125"
  })
  void losesPointsForWhatIsMissing(String header, int score) {
    assertEquals(score, Observatory.score(Observatory.judge(signUp().without(header))));
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Security-Policy, script-src 'unsafe-inline'; default-src 'none'; frame-ancestors"
        + " 'none', 80",
    "Content-Security-Policy, default-src 'self'; frame-ancestors 'none', 130",
    "Strict-Transport-Security, max-age=86400, 125",
    "Set-Cookie, a=b; Secure; SameSite=Lax, 70",
    "Set-Cookie, a=b; HttpOnly; SameSite=Lax, 120",
    "Referrer-Policy, unsafe-url, 125"
  })
  void losesPointsForWhatIsUnsafe(String header, String value, int score) {
    assertEquals(score, Observatory.score(Observatory.judge(signUp().with(header, value))));
  }

  private static Answer signUp() {
    JsonObject account =
        new JsonObject().put("username", "u" + System.nanoTime()).put("password", Person.PASSWORD);
    RequestOptions options =
        options("/api/accounts")
            .setMethod(HttpMethod.POST)
            .putHeader("Origin", PUBLIC_URL)
            .putHeader("Content-Type", "application/json");
    Answer answer = ask(options, account.toBuffer());
    assertEquals(201, answer.status());
    return answer;
  }

  /** As the Observatory asks: as a page of another site. */
  private static Answer start(String path) {
    return ask(
        options(path)
            .putHeader("Origin", "https://observatory.example")
            .putHeader("Accept", path.endsWith(".js") ? "*/*" : "text/html"),
        Buffer.buffer());
  }

  private static RequestOptions options(String path) {
    return new RequestOptions().setHost("127.0.0.1").setPort(parley.port()).setURI(path);
  }

  private static Answer ask(RequestOptions options, Buffer body) {
    HttpClient client = parley.people.createHttpClient();
    return Await.get(
        client
            .request(options)
            .compose(request -> request.send(body).compose(ObservatoryIT::read))
            .eventually(client::close));
  }

  private static Future<Answer> read(HttpClientResponse response) {
    return response
        .body()
        .map(content -> new Answer(response.statusCode(), response.headers(), content.toString()));
  }
}
