package parley.gateway.session;

/**
 * A signed access token.
 *
 * @param text what a client presents
 * @param expiresAt milliseconds since 1970
 */
public record AccessToken(String text, long expiresAt) {
  /** How long it is still valid by this process's clock; never negative. */
  long remainingMs() {
    return Math.max(0, expiresAt - System.currentTimeMillis());
  }

  /** Leaves the token out: it must not reach a log. */
  @Override
  public String toString() {
    return "AccessToken[" + expiresAt + "]";
  }
}
