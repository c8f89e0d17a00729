package parley.gateway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.contract.Catalog;
import parley.contract.Exposure;
import parley.gateway.api.Surface;
import parley.gateway.http.HttpConfig;
import parley.gateway.http.Route;
import parley.gateway.session.CookieNames;

/** Both documents by the published schemas, and complete. */
class DocumentsTest {
  private static final CookieNames COOKIES = CookieNames.of(HttpConfig.local());
  private static final List<Route> ROUTES = Surface.DECLARED.all();
  private static final JsonObject OPEN_API = OpenApi.of(ROUTES, COOKIES);
  private static final JsonObject ASYNC_API =
      AsyncApi.of(Catalog.core(), Optional.empty(), COOKIES);

  @Test
  void openApiIsValid() {
    assertEquals(List.of(), Official.OPEN_API.faults(OPEN_API));
    assertEquals(List.of(), References.dangling(OPEN_API));
  }

  @Test
  void asyncApiIsValid() {
    assertEquals(List.of(), Official.ASYNC_API.faults(ASYNC_API));
    assertEquals(List.of(), References.dangling(ASYNC_API));
  }

  @Test
  void everySchemaIsOneInBothDrafts() {
    for (JsonObject document : List.of(OPEN_API, ASYNC_API)) {
      JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas");
      for (String name : schemas.fieldNames()) {
        JsonObject schema = schemas.getJsonObject(name);
        assertEquals(List.of(), Official.JSON_SCHEMA_2020_12.faults(schema), name);
        assertEquals(List.of(), Official.JSON_SCHEMA_7.faults(schema), name);
      }
    }
  }

  @Test
  void theChecksCanFail() {
    JsonObject untitled = OPEN_API.copy();
    untitled.getJsonObject("info").remove("title");
    assertFalse(Official.OPEN_API.faults(untitled).isEmpty());

    JsonObject shouting = ASYNC_API.copy();
    shouting.getJsonObject("operations").getJsonObject("socket.ping").put("action", "shout");
    assertFalse(Official.ASYNC_API.faults(shouting).isEmpty());

    JsonObject typeless = new JsonObject().put("type", "parcel");
    assertFalse(Official.JSON_SCHEMA_2020_12.faults(typeless).isEmpty());
    assertFalse(Official.JSON_SCHEMA_7.faults(typeless).isEmpty());

    JsonObject lost = new JsonObject().put("$ref", "#/components/nowhere");
    assertEquals(List.of("#/components/nowhere"), References.dangling(lost));
  }

  @Test
  void everyRouteIsAnOperationOfItsOwnName() {
    Set<String> names = new HashSet<>();
    OPEN_API
        .getJsonObject("paths")
        .forEach(
            path ->
                ((JsonObject) path.getValue())
                    .forEach(
                        method ->
                            names.add(((JsonObject) method.getValue()).getString("operationId"))));
    assertEquals(ROUTES.size(), names.size(), names.toString());
  }

  @Test
  void everyOperationTopicAndSignalIsTold() {
    JsonObject operations = ASYNC_API.getJsonObject("operations");
    Catalog catalog = Catalog.core();

    catalog
        .operations()
        .forEach(
            operation ->
                assertEquals(
                    operation.exposure() == Exposure.BROWSER ? "browser" : "internal",
                    operations.getJsonObject(operation.address()).getString("x-exposure")));
    catalog
        .topics()
        .forEach(
            topic ->
                assertTrue(operations.containsKey(topic.form().replace("{id}", "ID") + ".tell")));
    catalog.signals().forEach(signal -> assertTrue(operations.containsKey(signal.address())));
  }

  @Test
  void tellsTheSocketsAddressWherePeopleReachIt() {
    HttpConfig tls =
        new HttpConfig(Optional.of(URI.create("https://chat.example")), List.of(), Set.of());
    JsonObject document = AsyncApi.of(Catalog.core(), tls.publicOrigin(), CookieNames.of(tls));
    JsonObject server = document.getJsonObject("servers").getJsonObject("gateway");

    assertEquals("wss", server.getString("protocol"));
    assertEquals("chat.example", server.getString("host"));
    assertEquals(List.of(), Official.ASYNC_API.faults(document));
    assertTrue(document.encode().contains("__Host-parley"));
  }
}
