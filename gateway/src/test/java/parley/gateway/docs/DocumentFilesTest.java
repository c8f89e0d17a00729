package parley.gateway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.contract.Catalog;
import parley.gateway.api.Surface;
import parley.gateway.http.HttpConfig;
import parley.gateway.session.CookieNames;

/**
 * The copies that people read without a server are what a server with the settings of one command
 * serves. With {@code -Dcontract.write=true} they are written instead.
 */
class DocumentFilesTest {
  private static final Path DOCS = Path.of(System.getProperty("parley.root", "..")).resolve("docs");
  private static final CookieNames COOKIES = CookieNames.of(HttpConfig.local());

  @Test
  void openApiIsTheOneThatIsServed() throws IOException {
    check("openapi.json", OpenApi.of(Surface.DECLARED.all(), COOKIES));
  }

  @Test
  void asyncApiIsTheOneThatIsServed() throws IOException {
    check("asyncapi.json", AsyncApi.of(Catalog.core(), Optional.empty(), COOKIES));
  }

  private static void check(String name, JsonObject document) throws IOException {
    Path file = DOCS.resolve(name);
    String content = document.encodePrettily() + "\n";
    if (Boolean.getBoolean("contract.write")) {
      Files.writeString(file, content);
    }
    assertEquals(content, Files.readString(file), file + " is stale: run ./parley contract");
  }
}
