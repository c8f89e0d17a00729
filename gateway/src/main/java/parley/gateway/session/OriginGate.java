package parley.gateway.session;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Set;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.gateway.http.OriginPolicy;

/**
 * Keeps pages of other sites from acting for a person: a request that changes something, and a
 * socket's handshake, must come from an allowed origin if it says where it comes from, and must say
 * so if it is a cookie that tells who the person is.
 */
final class OriginGate {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final OriginPolicy policy;
  private final SessionCookies cookies;

  OriginGate(OriginPolicy policy, SessionCookies cookies) {
    this.policy = policy;
    this.cookies = cookies;
  }

  /** Returns, or throws {@code FORBIDDEN}. */
  void check(HttpServerRequest request) {
    if (SAFE.contains(request.method()) && !isHandshake(request)) {
      return;
    }
    List<String> origins = request.headers().getAll("Origin");
    boolean allowed =
        origins.isEmpty()
            ? !reliesOnCookie(request)
            : origins.size() == 1 && policy.allows(origins.get(0), request.authority());
    if (!allowed) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
  }

  private boolean reliesOnCookie(HttpServerRequest request) {
    return request.getHeader("Authorization") == null
        && (cookies.access(request).isPresent() || cookies.refresh(request).isPresent());
  }

  private static boolean isHandshake(HttpServerRequest request) {
    return request.headers().contains("Upgrade") || request.headers().contains("Sec-WebSocket-Key");
  }
}
