package parley.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpMethod;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.testkit.servers.RedisExtension;

class FilesIT {
  private static final String SCRIPT = "/assets/index-Bq3x.js";

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

  @Test
  void servesTheStartPageToBeAskedForAgain() {
    Http.Reply page = http.get("/").expect(200);

    assertEquals("text/html; charset=utf-8", page.header("content-type"));
    assertEquals("no-cache", page.header("cache-control"));
    assertTrue(page.content().toString().contains("<title>Sample</title>"));
    http.with("If-None-Match", page.header("etag")).get("/").expect(304);
    http.with("If-None-Match", "\"other\", W/" + page.header("etag")).get("/").expect(304);
    http.with("If-None-Match", "\"other\"").get("/").expect(200);
  }

  @Test
  void keepsFilesWithAHashForEver() {
    Http.Reply script = http.get(SCRIPT).expect(200);

    assertEquals("public, max-age=31536000, immutable", script.header("cache-control"));
    assertEquals("text/javascript; charset=utf-8", script.header("content-type"));
  }

  @Test
  void compressesForWhoeverCanReadIt() throws IOException {
    Http.Reply plain = http.with("Accept-Encoding", "gzip;q=0, br").get(SCRIPT).expect(200);
    Http.Reply zipped = http.with("Accept-Encoding", "br, gzip").get(SCRIPT).expect(200);

    assertFalse(plain.headers().containsKey("content-encoding"));
    assertEquals("gzip", zipped.header("content-encoding"));
    assertEquals("Accept-Encoding", zipped.header("vary"));
    assertNotEquals(plain.header("etag"), zipped.header("etag"));
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(zipped.content().getBytes()))) {
      assertEquals(plain.content().toString(), new String(in.readAllBytes()));
    }
  }

  @Test
  void answersHeadWithoutContent() {
    Http.Reply head = http.send(HttpMethod.HEAD, SCRIPT, null).expect(200);
    Http.Reply get = http.get(SCRIPT);

    assertEquals(0, head.content().length());
    assertEquals(get.header("content-length"), head.header("content-length"));
    assertEquals(get.header("etag"), head.header("etag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rooms/42", "/settings", "/a.b/c"})
  void answersPagesOfTheClientWithItsStartPage(String path) {
    Http.Reply page = http.with("Accept", "text/html,*/*;q=0.8").get(path).expect(200);

    assertTrue(page.content().toString().contains("<title>Sample</title>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rooms/42", "/missing.js"})
  void doesNotPassThePageOffAsAnythingElse(String path) {
    http.with("Accept", "*/*").get(path).expectProblem(404, "UNKNOWN_ADDRESS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/missing.js", "/eventbus/x", "/api/x", "/health/x", "/metrics"})
  void neverAnswersOtherAddressesWithThePage(String path) {
    http.with("Accept", "text/html").get(path).expectProblem(404, "UNKNOWN_ADDRESS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/../logback-test.xml", "/%2e%2e/logback-test.xml", "/assets/..%2f..%2fx"})
  void servesNothingOutsideItsFolder(String path) {
    Http.Reply reply = http.get(path);

    assertEquals(404, reply.status());
  }
}
