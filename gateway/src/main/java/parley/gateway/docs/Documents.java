package parley.gateway.docs;

import io.vertx.core.json.JsonObject;
import java.util.List;
import parley.contract.Catalog;
import parley.gateway.files.WebFile;
import parley.gateway.http.HttpConfig;
import parley.gateway.http.Route;
import parley.gateway.session.CookieNames;

/** Both documents, ready to be sent. Immutable. */
public record Documents(WebFile openApi, WebFile asyncApi) {
  private static final int KEPT_SECONDS = 60;

  /** Writes them; takes some time. */
  public static Documents of(HttpConfig http, Catalog catalog, List<Route> routes) {
    CookieNames cookies = CookieNames.of(http);
    return new Documents(
        file(OpenApi.of(routes, cookies)),
        file(AsyncApi.of(catalog, http.publicOrigin(), cookies)));
  }

  private static WebFile file(JsonObject document) {
    return WebFile.ofJson(document.toBuffer().getBytes(), KEPT_SECONDS);
  }
}
