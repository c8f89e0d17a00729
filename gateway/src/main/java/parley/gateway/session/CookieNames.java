package parley.gateway.session;

import parley.gateway.http.HttpConfig;

/**
 * What a browser's cookies are called. Under TLS their names bind them to this very host.
 *
 * @param access of the access token
 * @param refresh of the refresh token
 */
public record CookieNames(String access, String refresh) {
  public static CookieNames of(HttpConfig http) {
    return http.secure()
        ? new CookieNames("__Host-parley", "__Secure-parley-refresh")
        : new CookieNames("parley", "parley-refresh");
  }
}
