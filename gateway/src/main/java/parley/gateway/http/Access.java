package parley.gateway.http;

/** How somebody shows who they are; the same for every request of a route. */
public enum Access {
  /** Nobody asks. */
  ANYBODY,
  /** A session: the cookie of a browser, or {@code Authorization: Bearer} of a program. */
  SESSION,
  /** The refresh token of a browser, in its cookie. */
  REFRESH,
  /** A session, or the refresh token of a browser whose access token has expired. */
  SESSION_OR_REFRESH;

  /** Whether a session will do. */
  public boolean bySession() {
    return this == SESSION || this == SESSION_OR_REFRESH;
  }

  /** Whether the refresh cookie will do. */
  public boolean byRefreshCookie() {
    return this == REFRESH || this == SESSION_OR_REFRESH;
  }
}
