package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.testkit.bridge.Person;

/** The OpenAPI document of a whole gateway, by what the same gateway answers. */
class OpenApiIT {
  @TempDir static Path folder;

  private static TestParley parley;
  private static JsonObject paths;

  @BeforeAll
  static void start() {
    parley = TestParley.start(folder.resolve("data"));
    paths = call(HttpMethod.GET, "/openapi.json").expect(200).json().getJsonObject("paths");
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  /** Asked by a stranger, and without a body: the answer is one that the document tells. */
  @Test
  void everyOperationOfTheDocumentIsServed() {
    assertTrue(paths.containsKey("/eventbus/websocket"), "the bridge's own are among them");
    for (String path : paths.fieldNames()) {
      for (String method : paths.getJsonObject(path).fieldNames()) {
        int status = call(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)), real(path)).status();
        JsonObject told =
            paths.getJsonObject(path).getJsonObject(method).getJsonObject("responses");
        assertNotEquals(404, status, path);
        assertTrue(told.containsKey(Integer.toString(status)), method + path + ": " + status);
      }
    }
  }

  @Test
  void anotherPathOrMethodIsNot() {
    assertEquals(404, call(HttpMethod.GET, "/api/nothing").status());
    assertEquals(404, call(HttpMethod.GET, "/eventbus/nothing").status());
    assertEquals(405, call(HttpMethod.PUT, "/api/sessions").status());
  }

  private static String real(String path) {
    return path.replace("{server}", "123")
        .replace("{socket}", "abcd1234")
        .replace("{session}", UUID.randomUUID().toString());
  }

  private static Person.Answer call(HttpMethod method, String path) {
    return Person.call(parley.people, parley.port(), method, path, null, null);
  }
}
