package parley.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers that every answer carries. The policy lets a page load from its own origin only, run
 * no inline script or style, be framed by nobody and send forms nowhere.
 */
public final class SecurityHeaders implements Handler<RoutingContext> {
  private final Map<String, String> headers = new LinkedHashMap<>();

  public SecurityHeaders(HttpConfig config) {
    headers.put("Content-Security-Policy", policy(config));
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (config.secure()) {
      headers.put("Strict-Transport-Security", "max-age=31536000");
    }
  }

  @Override
  public void handle(RoutingContext context) {
    MultiMap out = context.response().headers();
    headers.forEach(out::set);
    context.next();
  }

  private static String policy(HttpConfig config) {
    String socket =
        config
            .publicOrigin()
            // Older Safari does not count its own WebSocket as 'self'.
            .map(own -> " " + own.scheme().replace("http", "ws") + "://" + own.authority())
            .orElse("");
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'" + socket,
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types svelte-trusted-html");
  }
}
