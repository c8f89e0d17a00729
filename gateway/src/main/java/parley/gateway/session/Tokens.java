package parley.gateway.session;

import parley.contract.Doc;

/**
 * What a program holds to be signed in.
 *
 * @param expiresAt end of the access token, milliseconds since 1970
 */
@Doc("What a program holds to be signed in.")
record Tokens(
    @Doc("To be sent as `Authorization: Bearer`.") String accessToken,
    @Doc("End of the access token, in milliseconds since 1970.") long expiresAt,
    @Doc("Gets the next tokens, once.") String refreshToken) {
  static Tokens of(OpenedSession opened) {
    return new Tokens(opened.access().text(), opened.access().expiresAt(), opened.refresh().text());
  }

  /** Leaves the tokens out: they must not reach a log. */
  @Override
  public String toString() {
    return "Tokens[" + expiresAt + "]";
  }
}
