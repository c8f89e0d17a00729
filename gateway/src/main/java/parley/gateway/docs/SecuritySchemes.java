package parley.gateway.docs;

import io.vertx.core.json.JsonObject;
import parley.gateway.session.CookieNames;

/** How somebody shows who they are, as each document writes it. */
final class SecuritySchemes {
  private static final String ACCESS_COOKIE =
      "The access token of a browser, set when a session is opened.";
  private static final String REFRESH_COOKIE =
      "The refresh token of a browser, sent below /api/sessions only.";
  private static final String BEARER = "The access token of a program, from /api/tokens.";

  private SecuritySchemes() {}

  static JsonObject ofHttp(CookieNames cookies) {
    return new JsonObject()
        .put("session", cookie("apiKey", cookies.access(), ACCESS_COOKIE))
        .put("refresh", cookie("apiKey", cookies.refresh(), REFRESH_COOKIE))
        .put("bearer", bearer());
  }

  static JsonObject ofSockets(CookieNames cookies) {
    return new JsonObject()
        .put("session", cookie("httpApiKey", cookies.access(), ACCESS_COOKIE))
        .put("bearer", bearer());
  }

  private static JsonObject cookie(String type, String name, String meaning) {
    return new JsonObject()
        .put("type", type)
        .put("in", "cookie")
        .put("name", name)
        .put("description", meaning);
  }

  private static JsonObject bearer() {
    return new JsonObject()
        .put("type", "http")
        .put("scheme", "bearer")
        .put("bearerFormat", "JWT")
        .put("description", BEARER);
  }
}
