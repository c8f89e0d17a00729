package parley.gateway.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Optional;
import parley.gateway.http.HttpConfig;

/**
 * The two cookies of a browser: the access token, sent with every request, and the refresh token,
 * sent to the session endpoints only. No script can read them and no other site can have them sent.
 */
final class SessionCookies {
  private static final String REFRESH_PATH = "/api/sessions";

  private final CookieNames names;
  private final boolean secure;
  private final Duration accessTtl;
  private final Duration refreshTtl;

  SessionCookies(HttpConfig http, SessionConfig config) {
    this.names = CookieNames.of(http);
    this.secure = http.secure();
    this.accessTtl = config.accessTtl();
    this.refreshTtl = config.idleTtl();
  }

  Optional<String> access(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(names.access())).map(Cookie::getValue);
  }

  Optional<String> refresh(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(names.refresh())).map(Cookie::getValue);
  }

  /** Hands the tokens to the browser. */
  void set(HttpServerResponse response, OpenedSession opened) {
    response.addCookie(accessCookie(opened.access().text(), accessTtl));
    response.addCookie(refreshCookie(opened.refresh().text(), refreshTtl));
  }

  /** Takes the tokens away from the browser. */
  void clear(HttpServerResponse response) {
    response.addCookie(accessCookie("", Duration.ZERO));
    response.addCookie(refreshCookie("", Duration.ZERO));
  }

  private Cookie accessCookie(String value, Duration life) {
    return cookie(names.access(), value, "/", life);
  }

  private Cookie refreshCookie(String value, Duration life) {
    return cookie(names.refresh(), value, REFRESH_PATH, life);
  }

  private Cookie cookie(String name, String value, String path, Duration life) {
    return Cookie.cookie(name, value)
        .setPath(path)
        .setMaxAge(life.toSeconds())
        .setHttpOnly(true)
        .setSecure(secure)
        .setSameSite(CookieSameSite.STRICT);
  }
}
