package parley.gateway.session;

/**
 * What a program holds to be signed in.
 *
 * @param expiresAt end of the access token, milliseconds since 1970
 */
record Tokens(String accessToken, long expiresAt, String refreshToken) {
  static Tokens of(OpenedSession opened) {
    return new Tokens(opened.access().text(), opened.access().expiresAt(), opened.refresh().text());
  }

  /** Leaves the tokens out: they must not reach a log. */
  @Override
  public String toString() {
    return "Tokens[" + expiresAt + "]";
  }
}
