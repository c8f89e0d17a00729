package parley.gateway.mail;

import java.net.URI;

/** How a letter to an address that somebody has given is worded. */
final class ConfirmationLetter {
  static final String SUBJECT = "Your address at Parley";

  private ConfirmationLetter() {}

  /** The secret stands behind the #, as in {@link ResetLetter}. */
  static String text(String username, URI page, String secret) {
    String root = page.toString().replaceAll("/+$", "");
    return """
    @%s at %s has given this address, to get help there if the password is forgotten.

    If that was you, open this page within 24 hours and confirm it:

    %s/#/confirm/%s

    If it was not you, do nothing: no other letter comes for it.
    """
        .formatted(username, root, root, secret);
  }
}
